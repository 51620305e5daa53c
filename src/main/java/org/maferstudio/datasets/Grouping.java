package org.maferstudio.datasets;

import java.util.Locale;

/** The kind of groups in a dataset. Images of one group are similar, so they belong in one split. */
public enum Grouping {
    /** Subjects. */
    SUBJECT,
    /** Videos; a subject may have several. */
    VIDEO,
    /** Groups of unknown kind. */
    GROUP,
    /** No groups are known. */
    NONE;

    /** The identifier, such as {@code subject}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
