package org.maferstudio.video;

/** Thrown when a camera was disconnected; it may reappear. */
public final class SourceLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the exception with a message that names the device. */
    /** Creates one with a sentence for the user. */
    public SourceLostException(String sentence) {
        super(sentence);
    }
}
