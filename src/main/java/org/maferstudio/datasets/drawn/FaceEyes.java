package org.maferstudio.datasets.drawn;

import static org.maferstudio.datasets.drawn.FaceCanvas.clear;
import static org.maferstudio.datasets.drawn.FaceCanvas.mix;
import static org.maferstudio.datasets.drawn.FacePoint.at;
import static org.maferstudio.datasets.drawn.FaceUnit.*;

import java.awt.Color;
import java.awt.Shape;
import java.util.Arrays;
import java.util.stream.Stream;
import org.maferstudio.datasets.drawn.FacePerson.Build;
import org.maferstudio.datasets.drawn.FacePerson.Glasses;
import org.maferstudio.datasets.drawn.FacePerson.Looks;

/** Draws eyes, brows, the lines they make, and glasses. */
public final class FaceEyes {
    private static final double EYE_LINE = 0.02;

    private final FaceCanvas canvas;
    private final Build build;
    private final Looks looks;
    private final FaceParameters face;
    private final Color shade;

    public FaceEyes(FaceCanvas canvas, FacePerson person, FaceParameters face) {
        this.canvas = canvas;
        this.build = person.build();
        this.looks = person.looks();
        this.face = face;
        this.shade = FaceHead.shade(looks.skin());
    }

    public void drawEyes() {
        for (int side = -1; side <= 1; side += 2) {
            drawEye(side);
            drawLines(side);
        }
    }

    public void drawBrows() {
        drawBrow(-1);
        drawBrow(1);
        drawForehead();
    }

    private void drawEye(int side) {
        FacePoint[] upper = upperLid(side);
        FacePoint[] lower = lowerLid(side);
        FacePoint outer = lower[0];
        double x = side * build.eyes();
        Shape eye = canvas.blob(
                Stream.of(upper, lower).flatMap(Arrays::stream).distinct().toArray(FacePoint[]::new));
        canvas.fill(eye, mix(new Color(0xF7F4EF), looks.skin(), 0.08));
        canvas.inside(eye, () -> drawIris(x, EYE_LINE - 0.005, build.eyeSize()));
        canvas.stroke(canvas.line(upper), mix(shade, new Color(0x1E1210), 0.75), looks.lashes() ? 0.05 : 0.036);
        if (looks.lashes()) {
            Shape lash = canvas.line(outer, at(outer.u() + side * 0.04, outer.v() - 0.04));
            canvas.stroke(lash, new Color(0x241614), 0.03);
        }
        canvas.stroke(canvas.line(lower), clear(shade, 0.6), 0.018);
        Shape crease = canvas.line(
                at(x - side * build.eyeSize() * 0.6, upper[2].v() - 0.045),
                at(x, upper[2].v() - 0.08 + 0.02 * face.get(UPPER_LID_RAISER)),
                at(x + side * build.eyeSize() * 0.8, upper[3].v() - 0.05));
        canvas.stroke(crease, clear(shade, 0.4), 0.02);
    }

    /** From the inner to the outer corner of an eye. */
    private FacePoint[] upperLid(int side) {
        double s = build.eyeSize();
        double x = side * build.eyes();
        double open = 1
                + 0.6 * face.get(UPPER_LID_RAISER)
                - 0.35 * face.get(LID_TIGHTENER)
                - 0.55 * face.get(LID_DROOP)
                - 0.25 * face.get(CHEEK_RAISER)
                - 0.25 * face.get(NOSE_WRINKLER);
        double up = s * 0.58 * Math.max(0.2, open);
        double pinch = 0.03 * face.get(BROW_LOWERER);
        double lift = 0.03 * face.get(INNER_BROW_RAISER);
        return new FacePoint[] {
            at(x - side * s, EYE_LINE + 0.02),
            at(x - side * s * 0.5, EYE_LINE - up * 0.85 + pinch - lift),
            at(x, EYE_LINE - up + pinch * 0.5),
            at(x + side * s * 0.55, EYE_LINE - up * 0.75),
            outerCorner(side)
        };
    }

    /** From the outer corner of an eye on, without the inner one. */
    private FacePoint[] lowerLid(int side) {
        double s = build.eyeSize();
        double x = side * build.eyes();
        double low = s
                * 0.45
                * (1
                        - 0.5 * face.get(LID_TIGHTENER)
                        - 0.75 * face.get(CHEEK_RAISER)
                        + 0.15 * face.get(UPPER_LID_RAISER));
        return new FacePoint[] {
            outerCorner(side),
            at(x + side * s * 0.5, EYE_LINE + low * 0.9),
            at(x, EYE_LINE + low),
            at(x - side * s * 0.5, EYE_LINE + low * 0.85)
        };
    }

    private FacePoint outerCorner(int side) {
        double x = side * (build.eyes() + build.eyeSize());
        return at(x, EYE_LINE - build.eyeTilt() + 0.035 * face.get(LID_DROOP));
    }

    private void drawIris(double x, double y, double s) {
        double r = s * 0.5;
        double down = 0.02 * face.get(LID_DROOP);
        canvas.fill(canvas.disc(x, y + down, r, r), mix(looks.iris(), Color.BLACK, 0.3));
        canvas.fill(canvas.disc(x, y + down, r * 0.82, r * 0.82), looks.iris());
        canvas.fill(canvas.disc(x, y + down, r * 0.48, r * 0.48), new Color(0x14100E));
        canvas.fill(canvas.disc(x - r * 0.3, y + down - r * 0.35, r * 0.26, r * 0.26), clear(Color.WHITE, 0.95));
    }

    /** Crow's feet and the fold under the eye, where the cheek rises. */
    private void drawLines(int side) {
        double raise = face.get(CHEEK_RAISER);
        double x = side * build.eyes();
        double s = build.eyeSize();
        Color line = clear(shade, Math.min(1, raise * (0.45 + 0.4 * build.age())));
        if (raise > 0.2) {
            double out = x + side * (s + 0.06);
            canvas.stroke(canvas.line(at(out, 0), at(out + side * 0.09, -0.04)), line, 0.02);
            canvas.stroke(canvas.line(at(out, 0.05), at(out + side * 0.1, 0.06)), line, 0.02);
        }
        double under = Math.max(raise, face.get(LID_TIGHTENER) * 0.7);
        canvas.stroke(
                canvas.line(at(x - side * s * 0.8, 0.12), at(x, 0.15), at(x + side * s * 0.9, 0.1)),
                clear(shade, 0.4 * under),
                0.022);
    }

    private void drawBrow(int side) {
        double b = EYE_LINE - build.brow();
        double low = face.get(BROW_LOWERER) + 0.35 * face.get(NOSE_WRINKLER);
        double raised = face.get(INNER_BROW_RAISER);
        double outerRaised = face.get(OUTER_BROW_RAISER);
        double slant = raised * (1 - 0.75 * outerRaised);
        double innerU = side * (build.eyes() - build.eyeSize() - 0.04 - 0.045 * low);
        double midU = side * (build.eyes() + 0.02);
        double outerU = side * (build.eyes() + build.eyeSize() + 0.07);
        double innerV = b + build.browSlope() + 0.125 * low - 0.13 * raised;
        double midV = b - 0.035 + 0.05 * low - 0.06 * raised - 0.085 * outerRaised + 0.02 * slant;
        double outerV = b + 0.055 - 0.02 * low - 0.1 * outerRaised + 0.05 * slant - 0.4 * build.eyeTilt();
        double t = build.browThickness();
        Shape brow = canvas.blob(
                at(innerU, innerV - t * 0.5),
                at(midU, midV - t * 0.55),
                at(outerU, outerV - t * 0.05),
                at(outerU, outerV + t * 0.1),
                at(midU, midV + t * 0.45),
                at(innerU, innerV + t * 0.5));
        Color hair = looks.hair() == FacePerson.Hair.SCARF ? new Color(0x3B2A21) : looks.hairColour();
        canvas.fill(brow, mix(mix(hair, Color.BLACK, 0.25), shade, 0.2));
    }

    private void drawForehead() {
        double low = face.get(BROW_LOWERER) * (1 - 0.5 * face.get(INNER_BROW_RAISER));
        double b = EYE_LINE - build.brow();
        Color furrow = clear(shade, 0.7 * low);
        canvas.stroke(canvas.line(at(-0.06, b - 0.05), at(-0.05, b + 0.1)), furrow, 0.022);
        canvas.stroke(canvas.line(at(0.06, b - 0.05), at(0.05, b + 0.1)), furrow, 0.022);
        double inner = face.get(INNER_BROW_RAISER);
        double wide = face.get(OUTER_BROW_RAISER);
        Color line = clear(shade, 0.4 * inner);
        double half = 0.16 + 0.28 * wide;
        double top = b - 0.2 - 0.06 * wide;
        canvas.stroke(canvas.line(at(-half, top + 0.02), at(0, top), at(half, top + 0.02)), line, 0.02);
        canvas.stroke(
                canvas.line(at(-half * 0.8, top - 0.09), at(0, top - 0.1), at(half * 0.8, top - 0.09)), line, 0.02);
    }

    public void drawGlasses() {
        if (looks.glasses() == Glasses.NONE) {
            return;
        }
        Color frame = mix(looks.clothes(), new Color(0x1D1B1A), 0.75);
        double r = build.eyeSize() + 0.08;
        double e = Math.max(build.eyes(), r + 0.04);
        for (int side = -1; side <= 1; side += 2) {
            double x = side * e;
            Shape glass = looks.glasses() == Glasses.ROUND
                    ? canvas.disc(x, EYE_LINE + 0.02, r, r * 0.95)
                    : canvas.blob(
                            at(x - r, -0.12),
                            at(x, -0.14),
                            at(x + r, -0.12),
                            at(x + r * 1.02, 0.05),
                            at(x + r * 0.8, 0.2),
                            at(x, 0.22),
                            at(x - r * 0.8, 0.2),
                            at(x - r * 1.02, 0.05));
            canvas.fill(glass, clear(Color.WHITE, 0.1));
            canvas.stroke(glass, frame, 0.035);
            canvas.stroke(canvas.line(at(x + side * r, -0.03), at(side * build.width() * 0.98, -0.05)), frame, 0.03);
        }
        canvas.stroke(canvas.line(at(-e + r, 0), at(0, -0.03), at(e - r, 0)), frame, 0.03);
    }
}
