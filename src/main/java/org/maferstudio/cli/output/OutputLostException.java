package org.maferstudio.cli.output;

/** Thrown if standard output cannot be written: its reader has closed it, or the disk is full. */
public final class OutputLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputLostException() {
        super("the standard output cannot be written", null, false, false);
    }
}
