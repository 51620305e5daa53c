package org.maferstudio.cli.output;

/** The standard output takes no more results: its reader has gone, or its disk is full. */
public final class OutputLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputLostException() {
        super("the standard output cannot be written", null, false, false);
    }
}
