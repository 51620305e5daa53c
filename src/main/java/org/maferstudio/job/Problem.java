package org.maferstudio.job;

/** An error that is reported to the user in one sentence that says what to do. The cause goes to the log. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What caused the problem. */
    public enum Kind {
        /** Invalid input, such as a wrong option or an unreadable file. The exit code is 2. */
        INPUT,
        /**
         * A failure during the work, such as a full disk, insufficient memory or non-finite numbers. The exit code is
         * 1.
         */
        FAILURE
    }

    private final Kind kind;

    private Problem(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** Creates a problem caused by invalid input. */
    public static Problem input(String sentence) {
        return new Problem(Kind.INPUT, sentence, null);
    }

    /** Creates a problem caused by invalid input, with its cause. */
    public static Problem input(String sentence, Throwable cause) {
        return new Problem(Kind.INPUT, sentence, cause);
    }

    /** Creates a problem caused by a failure. */
    public static Problem failure(String sentence) {
        return new Problem(Kind.FAILURE, sentence, null);
    }

    /** Creates a problem caused by a failure, with its cause. */
    public static Problem failure(String sentence, Throwable cause) {
        return new Problem(Kind.FAILURE, sentence, cause);
    }

    /** Whether the problem was caused by the input or by a failure. */
    public Kind kind() {
        return kind;
    }
}
