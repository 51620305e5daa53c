package org.maferstudio.weights;

/** IEEE 754 binary16; Java's own conversions came with version 20. */
final class HalfFloat {
    /** From here on a number rounds to infinity: half a step above the largest, 65504. */
    private static final float TOO_LARGE = 65520f;

    /** Below this, numbers are multiples of {@link #SMALLEST}. */
    private static final float SMALLEST_NORMAL = 0x1p-14f;

    private static final float SMALLEST = 0x1p-24f;
    private static final int INFINITY = 0x7c00;

    private HalfFloat() {}

    /** The number that 16 bits stand for. */
    static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = (half >> 10) & 0x1f;
        int mantissa = half & 0x3ff;
        if (exponent == 0) {
            float small = mantissa * SMALLEST;
            return sign == 0 ? small : -small;
        }
        int wide = exponent == 31 ? 0xff : exponent + 112;
        return Float.intBitsToFloat(sign | wide << 23 | mantissa << 13);
    }

    /** The 16 bits next to a number, to the even one where two are equally near; infinite from 65520 on. */
    static short of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float size = Math.abs(value);
        if (Float.isNaN(value)) {
            return (short) (sign | INFINITY | 0x200);
        }
        if (size >= TOO_LARGE) {
            return (short) (sign | INFINITY);
        }
        if (size < SMALLEST_NORMAL) {
            return (short) (sign | (int) Math.rint(size / SMALLEST));
        }
        // Thirteen bits go; a carry of the rounding runs on into the exponent, as it should.
        int kept = (bits & 0x7fffffff) - (112 << 23);
        int rounded = kept + 0xfff + (kept >>> 13 & 1);
        return (short) (sign | rounded >>> 13);
    }
}
