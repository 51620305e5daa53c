package org.maferstudio.datasets.drawn;

import static org.maferstudio.datasets.drawn.FaceCanvas.clear;
import static org.maferstudio.datasets.drawn.FaceCanvas.mix;
import static org.maferstudio.datasets.drawn.FacePoint.at;

import java.awt.Color;
import java.awt.Shape;
import org.maferstudio.datasets.drawn.FacePerson.Beard;
import org.maferstudio.datasets.drawn.FacePerson.Build;
import org.maferstudio.datasets.drawn.FacePerson.Looks;

/** Draws what carries the features: neck, clothes, ears, skull, cheeks, beard, and the lines that age leaves. */
public final class FaceHead {
    private final FaceCanvas canvas;
    private final Build build;
    private final Looks looks;
    private final FaceParameters face;
    private final Color shade;

    public FaceHead(FaceCanvas canvas, FacePerson person, FaceParameters face) {
        this.canvas = canvas;
        this.build = person.build();
        this.looks = person.looks();
        this.face = face;
        this.shade = shade(looks.skin());
    }

    /** The color of a shadow on skin. */
    static Color shade(Color skin) {
        return mix(skin, new Color(0x3A1512), 0.5);
    }

    public void drawNeck() {
        Color neck = mix(looks.skin(), shade, 0.38);
        canvas.fill(
                canvas.edge(
                        at(-0.36, 0.4), at(-0.36, 1.0), at(-0.5, 1.25), at(0.5, 1.25), at(0.36, 1.0), at(0.36, 0.4)),
                neck);
        Shape clothes = canvas.edge(
                at(-1.6, 2),
                at(-1.3, 1.4),
                at(-0.75, 1.24),
                at(-0.44, 1.12),
                at(0, 1.34),
                at(0.44, 1.12),
                at(0.75, 1.24),
                at(1.3, 1.4),
                at(1.6, 2));
        canvas.fill(clothes, looks.clothes());
        canvas.stroke(canvas.edge(at(-0.44, 1.12), at(0, 1.34), at(0.44, 1.12)), clear(Color.BLACK, 0.2), 0.035);
    }

    public void drawEars() {
        for (int side = -1; side <= 1; side += 2) {
            double x = side * build.width();
            Shape ear = canvas.outline(
                    at(x * 0.93, -0.1),
                    at(x + side * 0.07, -0.15),
                    at(x + side * 0.11, 0),
                    at(x + side * 0.07, 0.17),
                    at(x * 0.93, 0.26));
            canvas.fill(ear, mix(looks.skin(), shade, 0.2));
            canvas.stroke(
                    canvas.edge(at(x, -0.06), at(x + side * 0.06, 0), at(x + side * 0.02, 0.13)),
                    clear(shade, 0.5),
                    0.025);
        }
    }

    public void drawSkull() {
        canvas.fill(skull(), looks.skin());
        canvas.inside(skull(), this::drawCheeks);
        drawAge();
    }

    private Shape skull() {
        double drop = 0.15 * face.get(FaceUnit.JAW_DROP);
        double w = build.width();
        double j = build.jaw();
        double c = build.chin();
        return canvas.outline(
                at(0, -1),
                at(w * 0.5, -0.92),
                at(w * 0.9, -0.55),
                at(w, -0.1),
                at(w * 0.965, 0.3),
                at(j, 0.68 + drop * 0.6),
                at(c, 0.95 + drop),
                at(0, 1.01 + drop),
                at(-c, 0.95 + drop),
                at(-j, 0.68 + drop * 0.6),
                at(-w * 0.965, 0.3),
                at(-w, -0.1),
                at(-w * 0.9, -0.55),
                at(-w * 0.5, -0.92));
    }

    private void drawCheeks() {
        double raise = face.get(FaceUnit.CHEEK_RAISER);
        Color blush = mix(looks.skin(), new Color(0xC8484A), 0.55);
        for (int side = -1; side <= 1; side += 2) {
            for (int ring = 1; ring <= 8; ring++) {
                double r = 0.03 * ring;
                canvas.fill(
                        canvas.disc(side * 0.46, 0.33 - 0.06 * raise, r, r * 0.8), clear(blush, 0.025 + 0.03 * raise));
            }
            canvas.fill(canvas.disc(side * build.eyes(), -0.02, 0.25, 0.17), clear(shade, 0.1));
        }
        canvas.fill(canvas.disc(0, 0.93 + 0.12 * face.get(FaceUnit.JAW_DROP), 0.2, 0.07), clear(Color.WHITE, 0.06));
    }

    private void drawAge() {
        Color line = clear(shade, 0.45 * build.age());
        for (int side = -1; side <= 1; side += 2) {
            double e = side * build.eyes();
            canvas.stroke(canvas.line(at(e - side * 0.12, 0.16), at(e, 0.2), at(e + side * 0.12, 0.17)), line, 0.022);
            canvas.stroke(canvas.line(at(side * 0.2, 0.36), at(side * 0.31, 0.48), at(side * 0.36, 0.6)), line, 0.022);
        }
        if (build.age() > 0.5) {
            canvas.stroke(canvas.line(at(-0.36, -0.58), at(0, -0.6), at(0.36, -0.58)), clear(shade, 0.25), 0.02);
        }
    }

    public void drawBeard() {
        if (looks.beard() == Beard.NONE) {
            return;
        }
        boolean stubble = looks.beard() == Beard.STUBBLE;
        Color hair = clear(mix(looks.hairColour(), shade, 0.15), stubble ? 0.22 : 0.9);
        if (stubble || looks.beard() == Beard.FULL) {
            canvas.inside(skull(), () -> canvas.fill(fullBeard(), hair));
        } else if (looks.beard() == Beard.GOATEE) {
            canvas.fill(goatee(), hair);
        }
        if (looks.beard() != Beard.STUBBLE) {
            canvas.fill(moustache(), hair);
        }
    }

    private Shape fullBeard() {
        double m = build.mouth();
        double d = 0.15 * face.get(FaceUnit.JAW_DROP);
        return canvas.edge(
                at(-1, 0.2),
                at(-build.width() * 0.86, 0.3),
                at(-m * 1.5, 0.52),
                at(-m * 0.8, 0.44),
                at(0, 0.42),
                at(m * 0.8, 0.44),
                at(m * 1.5, 0.52),
                at(build.width() * 0.86, 0.3),
                at(1, 0.2),
                at(1, 1.3 + d),
                at(-1, 1.3 + d));
    }

    private Shape goatee() {
        double d = 0.26 * face.get(FaceUnit.JAW_DROP);
        double m = build.mouth();
        return canvas.blob(
                at(-m * 1.05, 0.62),
                at(-m * 0.9, 0.85 + d),
                at(0, 0.97 + d),
                at(m * 0.9, 0.85 + d),
                at(m * 1.05, 0.62),
                at(m * 0.6, 0.74 + d),
                at(0, 0.76 + d),
                at(-m * 0.6, 0.74 + d));
    }

    private Shape moustache() {
        double m = build.mouth();
        double up = 0.07 * face.get(FaceUnit.UPPER_LIP_RAISER) + 0.05 * face.get(FaceUnit.LIP_CORNER_PULLER);
        return canvas.blob(
                at(0, 0.45 - up),
                at(m * 0.6, 0.46 - up),
                at(m * 1.05, 0.57 - up),
                at(m * 0.6, 0.54 - up * 1.2),
                at(0, 0.53 - up),
                at(-m * 0.6, 0.54 - up * 1.2),
                at(-m * 1.05, 0.57 - up),
                at(-m * 0.6, 0.46 - up));
    }
}
