package org.maferstudio.ui.embedding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.maferstudio.experiment.embedding.EmbeddingRow;

/** The overlay of the dots: the lasso, the hovered dot, and faces at high zoom. */
final class DotOverlay extends Canvas {
    /** Maximum number of faces. */
    private static final int MOST_FACES = 90;

    private static final double FACE = 38;
    private static final Color UNREADABLE = Color.web("#9a6700");

    private final DotCanvas canvas;
    private final FaceImages source;
    /** By the sample's ID, as far as they were read; empty for an image that cannot be read. */
    private final Map<String, Optional<Image>> faces = new HashMap<>();

    private final List<String> asked = new ArrayList<>();
    private List<Point2D> lasso = List.of();

    DotOverlay(DotCanvas canvas, FaceImages source) {
        this.canvas = canvas;
        this.source = source;
    }

    /** Shows a lasso; empty for none. */
    void lasso(List<Point2D> points) {
        lasso = points;
        paint();
    }

    void paint() {
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        if (canvas.cloudProperty().get() != null && canvas.plane() != null) {
            faces(g);
            hovered(g);
        }
        if (lasso.size() > 1) {
            g.setStroke(Color.web("#1f6feb"));
            g.setFill(Color.web("#1f6feb", 0.12));
            g.setLineWidth(1.5);
            double[] xs = lasso.stream().mapToDouble(Point2D::getX).toArray();
            double[] ys = lasso.stream().mapToDouble(Point2D::getY).toArray();
            g.fillPolygon(xs, ys, xs.length);
            g.strokePolygon(xs, ys, xs.length);
        }
    }

    private void hovered(GraphicsContext g) {
        canvas.at(canvas.hoveredProperty().get()).ifPresent(at -> ring(g, at));
        HoveredDot linked = canvas.linkedProperty().get();
        Panel.Cloud cloud = linked == null ? null : canvas.cloud(linked.source());
        for (int i = 0; cloud != null && i < cloud.rows().size(); i++) {
            EmbeddingRow other = cloud.rows().get(i);
            if (linked.row().sample().equals(other.sample()) && canvas.shows(other)) {
                ring(g, cloud.positions().rows()[i]);
            }
        }
    }

    private void ring(GraphicsContext g, float[] at) {
        double x = canvas.plane().px(at, getWidth());
        double y = canvas.plane().py(at, getHeight());
        double r = canvas.radius() + 3;
        g.setLineWidth(2.5);
        g.setStroke(Color.BLACK);
        g.strokeOval(x - r - 1, y - r - 1, 2 * r + 2, 2 * r + 2);
        g.setLineWidth(1.5);
        g.setStroke(Color.WHITE);
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
    }

    /** Faces instead of dots, where few enough are in sight. */
    private void faces(GraphicsContext g) {
        Panel.Cloud cloud = canvas.cloudProperty().get();
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < cloud.rows().size() && seen.size() <= MOST_FACES; i++) {
            float[] at = cloud.positions().rows()[i];
            double x = canvas.plane().px(at, getWidth());
            double y = canvas.plane().py(at, getHeight());
            if (x > 0
                    && y > 0
                    && x < getWidth()
                    && y < getHeight()
                    && canvas.shows(cloud.rows().get(i))) {
                seen.add(i);
            }
        }
        if (seen.size() > MOST_FACES || seen.size() == cloud.rows().size()) {
            return;
        }
        for (int i : seen) {
            face(g, cloud, i);
        }
    }

    private void face(GraphicsContext g, Panel.Cloud cloud, int place) {
        EmbeddingRow row = cloud.rows().get(place);
        Optional<Image> image = faces.get(row.sample());
        if (image == null) {
            request(row.sample());
            return;
        }
        double x = canvas.plane().px(cloud.positions().rows()[place], getWidth()) - FACE / 2;
        double y = canvas.plane().py(cloud.positions().rows()[place], getHeight()) - FACE / 2;
        int rgb = canvas.colour(row);
        g.setFill(Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
        g.fillRect(x - 2, y - 2, FACE + 4, FACE + 4);
        image.ifPresentOrElse(there -> g.drawImage(there, x, y, FACE, FACE), () -> unreadable(g, x, y));
    }

    /** A warning triangle, as in a place of a thumbnail. */
    private static void unreadable(GraphicsContext g, double x, double y) {
        double middle = x + FACE / 2;
        double low = y + 0.75 * FACE;
        g.setFill(Color.WHITE);
        g.fillRect(x, y, FACE, FACE);
        g.setStroke(UNREADABLE);
        g.setLineWidth(2);
        g.strokePolygon(
                new double[] {middle, x + 0.78 * FACE, x + 0.22 * FACE}, new double[] {y + 0.25 * FACE, low, low}, 3);
        g.strokeLine(middle, y + 0.45 * FACE, middle, y + 0.57 * FACE);
        g.strokeLine(middle, y + 0.66 * FACE, middle, y + 0.66 * FACE);
    }

    private void request(String sample) {
        if (asked.contains(sample)) {
            return;
        }
        if (asked.size() > 4 * MOST_FACES) {
            asked.clear();
            faces.clear();
        }
        asked.add(sample);
        source.request(sample, image -> {
            faces.put(sample, image);
            paint();
        });
    }

    /** Forgets the faces, as there may be others now. */
    void forget() {
        asked.clear();
        faces.clear();
        paint();
    }
}
