package org.maferstudio.ui.controls;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.maferstudio.faces.FaceBounds;

/** The outline of a face on a frame: coloured, with a dark edge, so that it is seen on every background. */
public final class FaceOutline {
    /** Of the edge, and behind texts on a frame. */
    public static final Color EDGE = Color.rgb(0, 0, 0, 0.6);

    private static final double LINE = 2.5;

    private FaceOutline() {}

    /**
     * Draws an outline.
     *
     * @param dashes lengths of dashes and gaps, in px; none for a solid line
     */
    public static void draw(GraphicsContext context, FaceBounds box, Color colour, double... dashes) {
        context.setLineDashes(dashes);
        context.setStroke(EDGE);
        context.setLineWidth(LINE + 2);
        context.strokeRect(box.x(), box.y(), box.width(), box.height());
        context.setStroke(colour);
        context.setLineWidth(LINE);
        context.strokeRect(box.x(), box.y(), box.width(), box.height());
    }
}
