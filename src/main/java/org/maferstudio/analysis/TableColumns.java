package org.maferstudio.analysis;

import java.util.Locale;

/** Names and order of the columns of a finished table. */
public enum TableColumns {
    /** This program's, see {@link PlainTable}. */
    PLAIN,
    /** Those of Py-feat. */
    PYFEAT,
    /** Those of OpenFace. */
    OPENFACE;

    /** The name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
