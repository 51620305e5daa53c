package org.maferstudio.experiment;

import java.util.Locale;
import java.util.Optional;

/**
 * A reviewed label of a sample. The dataset itself is never changed.
 *
 * @param split of the sample
 * @param sample its id
 * @param verdict on its label
 * @param note the reason; may be empty
 */
public record LabelIssue(String split, String sample, Verdict verdict, String note) {
    /** The verdict on a label; {@link #id()} is the name in files. */
    public enum Verdict {
        /** Not reviewed yet. */
        NONE,
        /** The label is wrong. */
        WRONG,
        /** The image allows more than one label, or none. */
        UNCLEAR,
        /** The label is correct, and the prediction is not. */
        RIGHT;

        /** The identifier, such as {@code unclear}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the verdict with an identifier; empty if there is none. */
        static Optional<Verdict> of(String id) {
            for (Verdict verdict : values()) {
                if (verdict.id().equals(id)) {
                    return Optional.of(verdict);
                }
            }
            return Optional.empty();
        }
    }

    public LabelIssue {
        if (split.isBlank() || sample.isBlank()) {
            throw new IllegalArgumentException(
                    "a label issue is about a sample of a split, got " + split + " " + sample);
        }
    }

    /** Whether it has a verdict or a note. */
    public boolean isMarked() {
        return verdict != Verdict.NONE || !note.isBlank();
    }
}
