package org.maferstudio.live;

/** A camera that was there and is not any more; it may come back. */
final class SourceLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What went away, as a sentence for people. */
    SourceLostException(String sentence) {
        super(sentence);
    }
}
