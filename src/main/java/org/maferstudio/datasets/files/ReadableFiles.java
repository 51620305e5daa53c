package org.maferstudio.datasets.files;

import java.io.InputStream;
import java.util.List;

/** The files of a dataset by name, wherever they are stored. */
public interface ReadableFiles {
    /** The folder's or file's name without its extension. */
    String name();

    /** All files, sorted by name, with slashes. */
    List<String> entries();

    /** Whether a file exists, listed or not. */
    boolean has(String entry);

    /**
     * Reads a file whole.
     *
     * @throws org.maferstudio.job.Problem if it cannot be read or is too large
     */
    byte[] read(String entry);

    /**
     * Opens a table or another long text; to be closed by the caller.
     *
     * @throws org.maferstudio.job.Problem if it cannot be opened
     */
    InputStream openTable(String entry);
}
