package org.maferstudio.weights;

import java.io.IOException;
import org.maferstudio.texts.Texts;

/** An error in a weight file: what is wrong, as a clause after a colon, and what the user can do. */
final class MalformedFile extends IOException {
    private static final long serialVersionUID = 1L;

    private static final String TAKE_ANOTHER = Texts.of("weights.advice.complete");

    private final String wayOut;

    /** What is wrong, where only another copy of the file helps. */
    MalformedFile(String reason) {
        this(reason, TAKE_ANOTHER);
    }

    /**
     * What is wrong, and a way out.
     *
     * @param wayOut what to do, a whole sentence
     */
    MalformedFile(String reason, String wayOut) {
        super(reason);
        this.wayOut = wayOut;
    }

    /** What the file's owner can do after this failure, a whole sentence. */
    static String wayOut(IOException failure) {
        return failure instanceof MalformedFile malformed ? malformed.wayOut : TAKE_ANOTHER;
    }

    /** Whether a name has characters that steer a terminal or turn the direction of writing around. */
    static boolean hasControls(String name) {
        return name.codePoints()
                .anyMatch(c -> Character.isISOControl(c)
                        || !Character.isDefined(c)
                        || (c >= 0x202a && c <= 0x202e)
                        || (c >= 0x2066 && c <= 0x2069));
    }

    /** A text from a file as it may stand in a sentence: short, and without what steers a terminal. */
    static String quoted(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(80)
                .map(c -> hasControls(Character.toString(c)) ? '?' : c)
                .forEach(clean::appendCodePoint);
        return text.length() > 80 ? clean + "..." : clean.toString();
    }
}
