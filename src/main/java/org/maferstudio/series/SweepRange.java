package org.maferstudio.series;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A range of numbers.
 *
 * @param low the smallest; above 0 on a logarithmic scale
 * @param high the largest, above {@code low}
 * @param scale on which values are equally far apart
 * @param whole whether values are rounded to whole numbers
 */
public record SweepRange(double low, double high, Scale scale, boolean whole) {
    private static final MathContext DIGITS = new MathContext(6);

    /** On which scale values are equally far apart. */
    public enum Scale {
        LINEAR,
        LOG
    }

    public SweepRange {
        boolean valid = Double.isFinite(low) && Double.isFinite(high) && low < high;
        if (!valid || (scale == Scale.LOG && low <= 0)) {
            throw new IllegalArgumentException(
                    "a range goes from a smaller to a larger number, got " + low + ", " + high);
        }
    }

    /**
     * The number at a share of the way.
     *
     * @param share 0 for {@code low} to 1 for {@code high}
     */
    public double at(double share) {
        if (share <= 0 || share >= 1) {
            return share <= 0 ? low : high;
        }
        double value = scale == Scale.LOG
                ? Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)))
                : low + share * (high - low);
        return whole ? Math.rint(value) : value;
    }

    /** The same as text; numbers that are not whole to six significant digits. */
    String text(double share) {
        double value = at(share);
        return whole || share <= 0 || share >= 1
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
