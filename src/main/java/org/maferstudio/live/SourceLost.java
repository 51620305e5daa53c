package org.maferstudio.live;

/** A camera that was there and is not any more; it may come back. */
final class SourceLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What went away, as a sentence for people. */
    SourceLost(String sentence) {
        super(sentence);
    }
}
