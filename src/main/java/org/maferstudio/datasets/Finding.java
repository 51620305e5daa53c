package org.maferstudio.datasets;

/**
 * Something about a dataset that its user should know.
 *
 * @param kind what kind of thing
 * @param where the sample, row or file; empty if it concerns the whole
 * @param text one sentence, with what to do about it
 */
public record Finding(Kind kind, String where, String text) {
    /** The kinds of findings; {@link #id()} is the name in JSON. */
    public enum Kind {
        UNREADABLE,
        WRONG_PIXEL_COUNT,
        UNKNOWN_LABEL,
        UNSAFE_ENTRY,
        EXACT_DUPLICATE,
        NEAR_DUPLICATE,
        LEAKING_GROUP,
        CONFLICTING_LABELS,
        NO_OP_RESOLUTION,
        SMALL_CLASS,
        NOTE;

        /** Such as {@code exact-duplicate}. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** Whether the sample itself cannot be used. */
        public boolean isDamage() {
            return switch (this) {
                case UNREADABLE, WRONG_PIXEL_COUNT, UNKNOWN_LABEL, UNSAFE_ENTRY -> true;
                default -> false;
            };
        }
    }
}
