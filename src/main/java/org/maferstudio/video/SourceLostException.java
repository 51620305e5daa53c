package org.maferstudio.video;

/** Thrown when a camera was disconnected or a stream ended; it may reappear. */
public final class SourceLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the exception with a sentence for the user that names the device or the stream. */
    public SourceLostException(String sentence) {
        super(sentence);
    }
}
