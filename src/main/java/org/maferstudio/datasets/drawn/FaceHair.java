package org.maferstudio.datasets.drawn;

import static org.maferstudio.datasets.drawn.FaceCanvas.clear;
import static org.maferstudio.datasets.drawn.FaceCanvas.mix;
import static org.maferstudio.datasets.drawn.FacePoint.at;

import java.awt.Color;
import java.awt.Shape;
import org.maferstudio.datasets.drawn.FacePerson.Looks;

/** Draws hair: what lies behind the head, and what falls over it. */
public final class FaceHair {
    private final FaceCanvas canvas;
    private final Looks looks;
    private final double w;
    private final Color dark;

    public FaceHair(FaceCanvas canvas, FacePerson person) {
        this.canvas = canvas;
        this.looks = person.looks();
        this.w = person.build().width();
        this.dark = mix(looks.hairColour(), Color.BLACK, 0.35);
    }

    public void drawBehind() {
        switch (looks.hair()) {
            case LONG -> canvas.fill(behind(1.35), dark);
            case BOB -> canvas.fill(behind(0.7), dark);
            case BUN -> canvas.fill(canvas.outline(at(-0.26, -1.2), at(0, -1.4), at(0.26, -1.2), at(0, -0.95)), dark);
            case CURLY -> drawCurls();
            case SCARF -> canvas.fill(scarf(), mix(looks.clothes(), Color.BLACK, 0.18));
            default -> {
                // Short hair lies on the skull only.
            }
        }
    }

    private Shape behind(double length) {
        double l = w + 0.14;
        return canvas.edge(
                at(-l + 0.12, length),
                at(-l - 0.02, length * 0.6),
                at(-l, -0.3),
                at(-w * 0.75, -0.95),
                at(0, -1.16),
                at(w * 0.75, -0.95),
                at(l, -0.3),
                at(l + 0.02, length * 0.6),
                at(l - 0.12, length),
                at(0, length * 0.8));
    }

    private Shape scarf() {
        double l = w + 0.17;
        return canvas.edge(
                at(-l - 0.25, 1.5),
                at(-l - 0.02, 0.7),
                at(-l, -0.2),
                at(-w * 0.75, -0.98),
                at(0, -1.2),
                at(w * 0.75, -0.98),
                at(l, -0.2),
                at(l + 0.02, 0.7),
                at(l + 0.25, 1.5));
    }

    private void drawCurls() {
        for (int i = -7; i <= 7; i++) {
            double angle = i * 0.245;
            double r = 0.2 + 0.03 * Math.floorMod(i * 5, 3);
            double u = StrictMath.sin(angle) * (w + 0.03);
            double v = -0.12 - StrictMath.cos(angle) * 0.88;
            canvas.fill(
                    canvas.outline(at(u - r, v), at(u, v - r), at(u + r, v), at(u, v + r)),
                    i % 2 == 0 ? looks.hairColour() : dark);
        }
    }

    public void drawFront() {
        Color color = looks.hairColour();
        switch (looks.hair()) {
            case SHORT -> canvas.fill(cap(-0.66, -0.6, -0.66), color);
            case PARTED -> canvas.fill(cap(-0.5, -0.78, -0.48), color);
            case CURLY -> canvas.fill(cap(-0.68, -0.62, -0.68), color);
            case BOB, LONG -> canvas.fill(curtain(looks.hair() == FacePerson.Hair.LONG ? 1.25 : 0.62), color);
            case BUN -> canvas.fill(cap(-0.62, -0.74, -0.62), color);
            case FRINGE -> canvas.fill(cap(-0.52, -0.49, -0.52), color);
            case RECEDING -> drawSides(color);
            case SCARF -> drawScarfEdge();
            case NONE -> canvas.fill(canvas.disc(-0.2, -0.72, 0.2, 0.1), clear(Color.WHITE, 0.16));
        }
        if (looks.hair() != FacePerson.Hair.NONE && looks.hair() != FacePerson.Hair.SCARF) {
            Color shine = clear(mix(color, Color.WHITE, 0.5), 0.22);
            canvas.stroke(canvas.edge(at(-w * 0.6, -0.74), at(-w * 0.3, -0.93), at(w * 0.1, -0.98)), shine, 0.07);
        }
    }

    /** Hair on the skull down to the sides of the forehead, its lower edge at three heights. */
    private Shape cap(double left, double middle, double right) {
        double l = w + 0.05;
        return canvas.outline(
                at(-l, -0.02),
                at(-l - 0.01, -0.45),
                at(-w * 0.72, -0.95),
                at(0, -1.13),
                at(w * 0.72, -0.95),
                at(l + 0.01, -0.45),
                at(l, -0.02),
                at(w * 0.93, -0.3),
                at(w * 0.8, right),
                at(w * 0.35, middle),
                at(-w * 0.3, middle),
                at(-w * 0.8, left),
                at(-w * 0.93, -0.3));
    }

    /** Hair that parts in the middle and falls down both sides. */
    private Shape curtain(double length) {
        double l = w + 0.12;
        return canvas.outline(
                at(0, -0.82),
                at(w * 0.55, -0.6),
                at(w * 0.9, -0.2),
                at(w * 0.98, 0.3),
                at(w * 0.95, length),
                at(l, length * 0.95),
                at(l + 0.03, 0.2),
                at(l, -0.4),
                at(w * 0.72, -0.97),
                at(0, -1.15),
                at(-w * 0.72, -0.97),
                at(-l, -0.4),
                at(-l - 0.03, 0.2),
                at(-l, length * 0.95),
                at(-w * 0.95, length),
                at(-w * 0.98, 0.3),
                at(-w * 0.9, -0.2),
                at(-w * 0.55, -0.6));
    }

    private void drawSides(Color color) {
        for (int side = -1; side <= 1; side += 2) {
            double x = side * w;
            canvas.fill(
                    canvas.outline(
                            at(x * 1.04, 0.02),
                            at(x * 1.08, -0.4),
                            at(x * 0.85, -0.78),
                            at(x * 0.78, -0.7),
                            at(x * 0.86, -0.45),
                            at(x * 0.95, -0.2)),
                    color);
        }
    }

    private void drawScarfEdge() {
        double l = w + 0.1;
        Color color = looks.clothes();
        Shape left = canvas.outline(
                at(0, -0.72),
                at(-w * 0.6, -0.6),
                at(-w * 0.88, -0.2),
                at(-w * 0.9, 0.3),
                at(-w * 0.72, 0.75),
                at(-0.2, 1.1),
                at(0, 1.14),
                at(0, 1.45),
                at(-0.6, 1.4),
                at(-l, 0.8),
                at(-l - 0.04, 0),
                at(-w * 0.78, -0.95),
                at(0, -1.17));
        Shape right = canvas.outline(
                at(0, -0.72),
                at(w * 0.6, -0.6),
                at(w * 0.88, -0.2),
                at(w * 0.9, 0.3),
                at(w * 0.72, 0.75),
                at(0.2, 1.1),
                at(0, 1.14),
                at(0, 1.45),
                at(0.6, 1.4),
                at(l, 0.8),
                at(l + 0.04, 0),
                at(w * 0.78, -0.95),
                at(0, -1.17));
        canvas.fill(left, color);
        canvas.fill(right, color);
        canvas.stroke(canvas.edge(at(-0.5, 1.35), at(0.1, 1.2), at(w * 0.8, 0.75)), clear(Color.BLACK, 0.18), 0.03);
    }
}
