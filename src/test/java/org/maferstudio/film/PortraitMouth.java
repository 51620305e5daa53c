package org.maferstudio.film;

import static org.maferstudio.film.Portrait.smooth;
import static org.maferstudio.film.Portrait.square;
import static org.maferstudio.film.PortraitParameter.*;

/** Paints lips, teeth and tongue. */
final class PortraitMouth {
    private final PortraitPerson person;
    private final PortraitFace face;
    private final ValueNoise noise;
    private final double half;
    private final double corner;
    private final double top;
    private final double bottom;
    private final double upperLip;
    private final double lowerLip;

    PortraitMouth(PortraitPerson person, PortraitFace face, double line, ValueNoise noise) {
        this.person = person;
        this.face = face;
        this.noise = noise;
        PortraitPerson.Build build = person.build();
        double gap = face.get(GAP);
        double jaw = face.get(JAW);
        half = build.mouth() * face.get(MOUTH_WIDTH) * (1 - 0.12 * jaw);
        double raised = 0.05 * face.get(UPPER_LIP);
        double chin = 0.03 * face.get(CHIN_RAISED);
        corner = line - 0.095 * face.get(CORNERS) + 0.07 * jaw - chin * 0.5;
        top = line - raised + 0.012 * Math.max(0, face.get(CORNERS)) - 0.02 * gap - chin;
        bottom = top + 0.22 * gap + 0.12 * jaw * Math.min(1, gap * 4);
        double thick = build.lips() * face.get(LIPS);
        upperLip = thick * 0.8 * (1 - 0.25 * Math.max(0, face.get(CORNERS)));
        lowerLip = thick * (1 + 0.25 * face.get(CHIN_RAISED));
    }

    /** Half the width of the mouth. */
    double half() {
        return half;
    }

    /** Where its corners are. */
    double corner() {
        return corner;
    }

    /** The lower edge of the lower lip. */
    double below() {
        return bottom + lowerLip;
    }

    private double edge(double x, double middle, double power) {
        double p = power + 2.5 * face.get(SQUARE);
        return corner + (middle - corner) * (1 - Math.pow(Math.abs(x), p));
    }

    private double openTop(double x) {
        return edge(x, top, 1.7) + 0.008 * Math.exp(-square(x / 0.18));
    }

    private double openBottom(double x) {
        return Math.max(openTop(x), edge(x, bottom, 2));
    }

    private double lipTop(double x) {
        double bow = 1 - 0.28 * Math.exp(-square(x / 0.16)) - 0.12 * square(x);
        return openTop(x) - upperLip * bow * Math.pow(Math.max(0, 1 - x * x), 0.55);
    }

    private double lipBottom(double x) {
        return openBottom(x) + lowerLip * Math.pow(Math.max(0, 1 - x * x), 0.6);
    }

    /** What the lips add to the height of the skin. */
    double height(double u, double v) {
        double x = u / half;
        if (Math.abs(x) > 1.3) {
            return 0;
        }
        double dimple = -0.016 * Portrait.bump(Math.abs(u), v, half + 0.02, corner, 0.03, 0.03);
        if (Math.abs(x) >= 1) {
            return dimple;
        }
        double up = profile((v - lipTop(x)) / Math.max(0.01, openTop(x) - lipTop(x)), 0.6);
        double low = profile((v - openBottom(x)) / Math.max(0.01, lipBottom(x) - openBottom(x)), 0.45);
        return dimple + 0.028 * up * (1 - x * x) + 0.042 * low * (1 - x * x);
    }

    private static double profile(double t, double peak) {
        if (t <= 0 || t >= 1) {
            return 0;
        }
        return t < peak ? smooth(t / peak) : smooth((1 - t) / (1 - peak));
    }

    void paint(PortraitEyes.Layer layer, Portrait.Spot spot, double height) {
        double x = spot.u() / half;
        double v = spot.v();
        if (Math.abs(x) > 1.15 || v < lipTop(0) - 0.15 || v > lipBottom(0) + 0.15) {
            return;
        }
        double e = spot.edge();
        double c = Math.max(-0.999, Math.min(0.999, x));
        double soft = 0.012 + e;
        double lips = smooth((v - lipTop(c)) / soft + 0.5) * smooth((lipBottom(c) - v) / soft + 0.5);
        lips *= smooth((1.02 - Math.abs(x)) / 0.06);
        double lines = 1 + 0.14 * (noise.at(60 * spot.u(), 6 * v) - 0.5);
        double upperDarker = v < (openTop(c) + openBottom(c)) / 2 ? 0.86 : 1.06;
        layer.over(0.85 * lips, height, person.tones().lips() * lines * upperDarker, 0.22);
        double gap = openBottom(c) - openTop(c);
        double inside = smooth((v - openTop(c)) / e / 1.5 + 0.5) * smooth((openBottom(c) - v) / e / 1.5 + 0.5);
        inside *= smooth((1 - Math.abs(x)) / 0.03) * smooth(gap / (e + 0.008));
        if (inside > 0) {
            inside(layer, spot, height, c, gap, inside);
        }
        // Where the lips meet, and the shadow of the corners.
        double closed = 1 - smooth(gap / 0.03);
        double line = Math.exp(-square((v - (openTop(c) + openBottom(c)) / 2) / 0.009) / 2)
                * smooth((1.03 - Math.abs(x)) / 0.1);
        layer.over(0.75 * line * closed, height, 0.2 * person.tones().lips(), 0);
        double dimple = Portrait.bump(Math.abs(x), v, 1.01, corner + 0.003, 0.05, 0.012);
        layer.over(0.6 * dimple, height, 0.2 * person.tones().lips(), 0);
    }

    private void inside(
            PortraitEyes.Layer layer, Portrait.Spot spot, double height, double x, double gap, double inside) {
        double v = spot.v();
        double e = spot.edge();
        layer.over(inside, height - 0.02, 0.05, 0);
        double jaw = bottom - top;
        double tongue = Portrait.bump(x, v, 0, bottom + 0.01, 0.5, 0.3 * jaw + 0.01) * smooth((jaw - 0.12) / 0.12);
        layer.over(
                inside * Math.min(1, 1.2 * tongue),
                height - 0.02,
                0.3 * person.tones().skin() + 0.08,
                0.06);
        double round = Math.sqrt(Math.max(0, 1 - 0.8 * x * x));
        double gums = 1 - 0.3 * Math.pow(Math.abs(Math.sin(spot.u() * Math.PI / 0.052)), 14);
        double shade = 0.9 * round * gums;
        double long1 = Math.min(gap, 0.095) * (0.15 + 0.85 * face.get(UPPER_TEETH)) * (1 - 0.25 * x * x);
        double upperTeeth = smooth((openTop(x) + long1 - v) / e / 1.5 + 0.5) * smooth(face.get(UPPER_TEETH) / 0.15);
        double under = 1 - 0.4 * Math.exp(-Math.max(0, v - openTop(x)) / 0.014);
        layer.over(inside * upperTeeth, height - 0.01, shade * under, 0.08);
        double long2 = Math.min(gap * 0.5, 0.06) * face.get(LOWER_TEETH);
        double lowerTeeth = smooth((v - openBottom(x) + long2) / e / 1.5 + 0.5) * smooth(face.get(LOWER_TEETH) / 0.15);
        layer.over(inside * lowerTeeth, height - 0.015, 0.82 * shade, 0.05);
    }
}
