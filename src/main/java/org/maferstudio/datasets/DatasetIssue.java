package org.maferstudio.datasets;

import java.util.List;
import java.util.Locale;

/**
 * An issue of a dataset.
 *
 * @param kind the kind of issue
 * @param where the sample, row or file; empty if it concerns the whole dataset
 * @param text one sentence that says what to do
 * @param samples the ids of the readable samples concerned, for display; may be empty
 */
public record DatasetIssue(Kind kind, String where, String text, List<String> samples) {
    /** The kinds of issues; {@link #id()} is the name in JSON. */
    public enum Kind {
        UNREADABLE,
        WRONG_PIXEL_COUNT,
        UNKNOWN_LABEL,
        UNSAFE_ENTRY,
        EXACT_DUPLICATE,
        NEAR_DUPLICATE,
        LEAKING_GROUP,
        CONFLICTING_LABELS,
        BLANK,
        NO_OP_RESOLUTION,
        SMALL_CLASS,
        NOTE;

        /** The identifier, such as {@code exact-duplicate}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the sample itself cannot be used. */
        public boolean isDamage() {
            return switch (this) {
                case UNREADABLE, WRONG_PIXEL_COUNT, UNKNOWN_LABEL, UNSAFE_ENTRY -> true;
                default -> false;
            };
        }
    }

    public DatasetIssue {
        samples = List.copyOf(samples);
    }

    /** An issue without a readable sample. */
    public DatasetIssue(Kind kind, String where, String text) {
        this(kind, where, text, List.of());
    }
}
