package org.maferstudio.ui.live;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.texts.Texts;

/**
 * The last seconds of a column, the latest on the right: the colour is the predicted class, the height its probability.
 */
final class Timeline extends Region {
    private static final Color UNSURE = Color.gray(0.5, 0.4);
    private static final double LONGEST_STEP = 0.5;

    private final NetworkColumn column;
    private final Canvas canvas = new Canvas();

    Timeline(NetworkColumn column) {
        this.column = column;
        getStyleClass().add("live-timeline");
        getChildren().add(canvas);
        canvas.setManaged(false);
        setAccessibleText(Texts.of("live.timeline.accessible", column.title(), (int) NetworkColumn.REMEMBERED));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    void draw() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        context.clearRect(0, 0, width, height);
        List<NetworkColumn.Moment> moments = column.moments();
        if (moments.isEmpty()) {
            return;
        }
        double now = moments.get(moments.size() - 1).seconds();
        for (int i = 0; i < moments.size(); i++) {
            NetworkColumn.Moment moment = moments.get(i);
            double next = i + 1 < moments.size() ? moments.get(i + 1).seconds() : now + 0.05;
            double from = x(moment.seconds(), now, width);
            double to = x(Math.min(next, moment.seconds() + LONGEST_STEP), now, width);
            context.setFill(colour(moment));
            double tall = height * moment.probability();
            context.fillRect(from, height - tall, Math.max(1, to - from), tall);
        }
    }

    private Color colour(NetworkColumn.Moment moment) {
        return moment.named().isPresent()
                ? Color.web(
                        Palette.hex(Palette.of(column.labels(), moment.named().getAsInt())))
                : UNSURE;
    }

    private static double x(double seconds, double now, double width) {
        return width * (1 - (now - seconds) / NetworkColumn.REMEMBERED);
    }
}
