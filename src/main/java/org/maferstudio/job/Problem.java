package org.maferstudio.job;

/** Something the user should know, as one clear sentence with a way out; the cause is for the log. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose turn it is. */
    public enum Kind {
        /** What was given cannot be used: a wrong option, an unreadable file. The command line ends with 2. */
        INPUT,
        /** The work failed on its way: a full disk, memory, numbers that are not finite. The command line ends with 1. */
        FAILURE
    }

    private final Kind kind;

    private Problem(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** What was given cannot be used. */
    public static Problem input(String sentence) {
        return new Problem(Kind.INPUT, sentence, null);
    }

    /** What was given cannot be used, and why. */
    public static Problem input(String sentence, Throwable cause) {
        return new Problem(Kind.INPUT, sentence, cause);
    }

    /** The work failed on its way. */
    public static Problem failure(String sentence) {
        return new Problem(Kind.FAILURE, sentence, null);
    }

    /** The work failed on its way, and why. */
    public static Problem failure(String sentence, Throwable cause) {
        return new Problem(Kind.FAILURE, sentence, cause);
    }

    /** Whether the input or the work is to blame. */
    public Kind kind() {
        return kind;
    }
}
