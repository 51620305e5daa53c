package org.maferstudio.network;

/**
 * A value that a network predicts beside its classes, such as valence.
 *
 * @param name in files
 * @param low the lower end of the scale on which it is shown; predictions may be beyond
 * @param high the upper end
 */
public record OutputValue(String name, double low, double high) {
    public OutputValue {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("a value's range goes from low to high, got " + low + ", " + high);
        }
    }

    /** A value from -1 to 1, as valence and arousal usually are. */
    public static OutputValue of(String name) {
        return new OutputValue(name, -1, 1);
    }
}
