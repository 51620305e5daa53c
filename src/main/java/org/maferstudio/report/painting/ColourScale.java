package org.maferstudio.report.painting;

import java.awt.Color;
import java.util.List;

/**
 * Colours from 0 to 1, blended in OKLab so that equal steps look equal.
 *
 * @param stops at least two, equally far apart
 * @see <a href="https://bottosson.github.io/posts/oklab/">Ottosson 2020</a>
 */
public record ColourScale(List<Color> stops) {
    public ColourScale {
        stops = List.copyOf(stops);
        if (stops.size() < 2) {
            throw new IllegalArgumentException("a scale needs at least two colours, got " + stops);
        }
    }

    /** The colour of a value; values outside 0 to 1 are clamped. */
    public Color at(double share) {
        double position = Math.max(0, Math.min(1, share)) * (stops.size() - 1);
        int below = Math.min((int) position, stops.size() - 2);
        return blend(stops.get(below), stops.get(below + 1), position - below);
    }

    /** Blends two colours; 0 returns the first, 1 the second. */
    public static Color blend(Color from, Color to, double share) {
        double[] a = lab(from);
        double[] b = lab(to);
        double[] mixed = new double[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = a[i] + share * (b[i] - a[i]);
        }
        return colour(mixed);
    }

    private static double[] lab(Color colour) {
        double r = linear(colour.getRed() / 255.0);
        double g = linear(colour.getGreen() / 255.0);
        double b = linear(colour.getBlue() / 255.0);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static Color colour(double[] lab) {
        double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
        double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
        double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
        return new Color(
                level(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                level(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                level(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static double linear(double level) {
        return level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4);
    }

    private static int level(double linear) {
        double level = linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.max(0, Math.min(1, level)));
    }

    /** The relative luminance of a colour as defined by the W3C, 0 to 1. */
    public static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed() / 255.0)
                + 0.7152 * linear(colour.getGreen() / 255.0)
                + 0.0722 * linear(colour.getBlue() / 255.0);
    }

    /** The W3C contrast ratio of two colours, 1 to 21; text needs 4.5. */
    public static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }
}
