package org.maferstudio.film;

import static org.maferstudio.film.Portrait.bump;
import static org.maferstudio.film.Portrait.smooth;
import static org.maferstudio.film.Portrait.square;
import static org.maferstudio.film.PortraitParameter.*;

/** Paints eyes and brows. */
final class PortraitEyes {
    private final PortraitPerson person;
    private final PortraitPerson.Build build;
    private final PortraitFace face;
    private final ValueNoise noise;
    private final double upper;
    private final double lower;

    PortraitEyes(PortraitPerson person, PortraitFace face, ValueNoise noise) {
        this.person = person;
        this.build = person.build();
        this.face = face;
        this.noise = noise;
        double squint = 1 - 0.3 * face.get(CHEEKS) - 0.2 * face.get(NOSE_WRINKLES);
        this.upper = 0.42 * build.eyeSize() * face.get(UPPER_LID) * (0.5 + 0.5 * squint);
        this.lower = 0.3 * build.eyeSize() * face.get(LOWER_LID) * squint;
    }

    /** Along an eye: -1 at the inner corner, 1 at the outer. */
    private double along(double a) {
        return (a - build.eyes()) / build.eyeSize();
    }

    private double lidUpper(double x) {
        double skew = x + 0.12 * (1 - x * x);
        double sad = 0.03 * (face.get(BROW_INNER) - face.get(BROW_OUTER)) * x;
        return -0.012 * x + sad - upper * Math.pow(Math.max(0, 1 - square(skew)), 0.7);
    }

    private double lidLower(double x) {
        return -0.012 * x + lower * Math.pow(Math.max(0, 1 - square(x - 0.1 * (1 - x * x))), 0.75);
    }

    /** What eyes and brows add to the height of the skin. */
    double height(double u, double v) {
        double a = Math.abs(u);
        double x = along(a);
        if (Math.abs(x) > 1.35 || Math.abs(v) > 0.25) {
            return 0;
        }
        // The crease above the lid.
        double fold = lidUpper(x * 0.95) - 0.035 - 0.012 * face.get(UPPER_LID);
        double crease = -0.018 * Math.exp(-square((v - fold) / 0.014) / 2);
        double rim = 0.012 * Math.exp(-square((v - lidLower(x) - 0.012) / 0.012) / 2);
        return (crease + rim) * Math.exp(-Math.pow(x, 6) * 0.6);
    }

    void paint(Layer layer, Portrait.Spot spot, double height) {
        eye(layer, spot, height);
        brow(layer, spot, height);
    }

    private void eye(Layer layer, Portrait.Spot spot, double height) {
        double a = Math.abs(spot.u());
        double v = spot.v();
        double x = along(a);
        if (Math.abs(x) > 1.4 || Math.abs(v) > 0.26) {
            return;
        }
        double top = lidUpper(x);
        double bottom = lidLower(x);
        double e = spot.edge();
        double open =
                smooth((v - top) / e / 1.5 + 0.5) * smooth((bottom - v) / e / 1.5 + 0.5) * (Math.abs(x) < 1 ? 1 : 0);
        if (open > 0) {
            double cx = Math.signum(spot.u()) * (build.eyes() + 0.004);
            double cy = -0.012 + 0.05 * face.get(GAZE);
            double r = Math.hypot(spot.u() - cx, v - cy);
            double iris = 0.4 * build.eyeSize();
            double white = 0.78 * (1 - 0.4 * x * x);
            double tone = white;
            double inIris = smooth((iris - r) / e / 1.5 + 0.5);
            double fibres = 0.8 + 0.4 * noise.at(8 * Math.atan2(v - cy, spot.u() - cx), 30 * r);
            double ring = 0.45 + 0.55 * smooth((iris - r) / (0.3 * iris));
            tone += inIris * (person.tones().iris() * fibres * ring - tone);
            tone += smooth((0.42 * iris - r) / e / 1.5 + 0.5) * (0.02 - tone);
            // The upper lid's shadow.
            tone *= 1 - 0.5 * Math.exp(-Math.max(0, v - top) / 0.03);
            double glint =
                    smooth((0.16 * iris - Math.hypot(spot.u() - cx + 0.35 * iris, v - cy + 0.4 * iris)) / e + 0.5);
            tone += glint * (1.1 - tone);
            layer.over(open, height - 0.012, tone, 0.0);
        }
        double corner = Math.exp(-square(Math.max(0, Math.abs(x) - 1) / 0.06));
        double lash = Math.exp(-square((v - top + 0.004) / (0.011 + 0.004 * x)) / 2) * corner;
        layer.over(0.85 * lash, height, 0.06 + 0.05 * person.tones().skin(), 0);
        double rim = Math.exp(-square((v - bottom - 0.004) / 0.008) / 2) * corner * smooth((x + 1) / 0.5);
        layer.over(0.35 * rim, height, 0.3 * person.tones().skin(), 0);
        double fold = lidUpper(x * 0.95) - 0.035 - 0.012 * face.get(UPPER_LID);
        double crease = Math.exp(-square((v - fold) / 0.01) / 2) * Math.exp(-Math.pow(x, 6) * 0.6);
        layer.over(0.3 * crease, height, 0.25 * person.tones().skin(), 0);
    }

    private void brow(Layer layer, Portrait.Spot spot, double height) {
        double a = Math.abs(spot.u());
        double v = spot.v();
        double inner = build.eyes() - build.eyeSize() - 0.02 - 0.05 * face.get(BROW_PINCH);
        double outer = build.eyes() + build.eyeSize() + 0.075;
        double t = (a - inner) / (outer - inner);
        if (t < -0.2 || t > 1.2) {
            return;
        }
        double b = -build.brow();
        double vInner = b + 0.02 - 0.1 * face.get(BROW_INNER);
        double vMiddle = b - 0.03 - 0.085 * face.get(BROW_MIDDLE);
        double vOuter = b + 0.035 - 0.085 * face.get(BROW_OUTER);
        double s = Math.max(0, Math.min(1, t));
        // Lagrange's parabola, its middle at 0.6.
        double line = vInner * (s - 0.6) * (s - 1) / 0.6
                + vMiddle * s * (s - 1) / (0.6 * -0.4)
                + vOuter * s * (s - 0.6) / 0.4;
        double thick = build.browThickness() * (1 - 0.75 * s * s) * (0.75 + 0.25 * smooth(s / 0.2));
        double hairs = noise.at(90 * (a + 0.6 * v * (1 - 2 * s)), 14 * (v - line)) - 0.5;
        double across = Math.abs(v - line) / thick + 0.4 * hairs;
        double ends = smooth((t + 0.06) / 0.12) * smooth((1.04 - t) / 0.15);
        double brow = smooth((1.15 - across) / 0.6) * ends;
        double tone = Math.min(0.16, person.tones().hair() * 0.9) + 0.04;
        layer.over(0.86 * brow, height + 0.008 * brow, tone * (0.8 + 0.5 * hairs), 0.01);
        double shadow = bump(a, v, (inner + outer) / 2, line + thick + 0.02, 0.16, 0.02);
        layer.over(0.1 * shadow * ends, height, 0, 0);
    }

    /** Paints over a pixel: opacity 0 to 1, height, tone, gloss. */
    @FunctionalInterface
    interface Layer {
        void over(double opacity, double height, double tone, double gloss);
    }
}
