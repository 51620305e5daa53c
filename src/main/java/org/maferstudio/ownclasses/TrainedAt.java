package org.maferstudio.ownclasses;

import java.util.List;
import java.util.Locale;
import org.maferstudio.schedule.Resolution;

/** The resolutions of the faces that a classifier is trained on; {@link #id()} is the name in files. */
public enum TrainedAt {
    /** Native resolution only: the baseline. */
    NATIVE,
    /** Every face at each of {@link #RESOLUTIONS}: multi-resolution. */
    ALL;

    /** The resolutions of training and evaluation, native first: those of the live view. */
    public static final List<Resolution> RESOLUTIONS = List.of(
            Resolution.NATIVE,
            Resolution.of(32),
            Resolution.of(24),
            Resolution.of(16),
            Resolution.of(12),
            Resolution.of(8));

    /** Such as {@code all}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The resolutions that are trained on. */
    List<Resolution> resolutions() {
        return this == NATIVE ? List.of(Resolution.NATIVE) : RESOLUTIONS;
    }
}
