package org.maferstudio.datasets;

/**
 * What annotators say about a face beside its class: valence (from unpleasant to pleasant) and arousal (from calm to
 * excited).
 *
 * @param valence -1 to 1; NaN if it is not labelled
 * @param arousal -1 to 1; NaN if it is not labelled
 */
public record Affect(float valence, float arousal) {
    /** Neither is labelled. */
    public static final Affect NONE = new Affect(Float.NaN, Float.NaN);

    /**
     * Reads two labels as they are written. Every other text than a number from -1 to 1 is no label: where there is none,
     * AffectNet writes -2, and others -5.
     */
    public static Affect of(String valence, String arousal) {
        float first = number(valence);
        float second = number(arousal);
        return Float.isNaN(first) && Float.isNaN(second) ? NONE : new Affect(first, second);
    }

    private static float number(String text) {
        try {
            float value = Float.parseFloat(text.strip());
            return Math.abs(value) <= 1 ? value : Float.NaN;
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }

    /** The label of a value that a network predicts under this name, such as {@code valence}; NaN if there is none. */
    public float label(String value) {
        return switch (value) {
            case "valence" -> valence;
            case "arousal" -> arousal;
            default -> Float.NaN;
        };
    }
}
