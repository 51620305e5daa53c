package org.maferstudio.live;

/** A camera that was there and is not any more; it may come back. */
final class SourceLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says in a sentence which device is disconnected. */
    SourceLostException(String sentence) {
        super(sentence);
    }
}
