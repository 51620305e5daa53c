package org.maferstudio.live;

/** Thrown when a camera was disconnected; it may reappear. */
final class SourceLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the exception with a message that names the device. */
    SourceLostException(String sentence) {
        super(sentence);
    }
}
