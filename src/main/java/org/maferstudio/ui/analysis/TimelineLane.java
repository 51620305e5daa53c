package org.maferstudio.ui.analysis;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** A lane of the timeline: drawn anew for another face, another part of the film, and another size. */
abstract class TimelineLane extends Region {
    private final FilmPlayer player;
    private final int network;
    private final Canvas canvas = new Canvas();

    /** Creates a lane of a network. */
    TimelineLane(FilmPlayer player, int network) {
        this.player = player;
        this.network = network;
        getStyleClass().add("film-lane");
        setMouseTransparent(true);
        getChildren().add(canvas);
        canvas.setManaged(false);
        player.faceProperty().addListener(property -> draw());
        player.spanProperty().addListener(property -> draw());
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        int columns = (int) canvas.getWidth();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (columns >= 1 && height() >= 1 && player.readings().size() > 0) {
            TimelineBins bins = TimelineBins.of(
                    player.readings().sums(player.faceProperty().get(), network),
                    player.spanProperty().get(),
                    columns);
            draw(context, bins, columns);
        }
    }

    /** The height for the numbers, in px; below 1 nothing is drawn. */
    double height() {
        return canvas.getHeight();
    }

    /**
     * Draws what the lane shows.
     *
     * @param context of an empty canvas
     * @param bins one per column
     * @param columns in px
     */
    abstract void draw(GraphicsContext context, TimelineBins bins, int columns);
}
