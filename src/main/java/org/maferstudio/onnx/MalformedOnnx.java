package org.maferstudio.onnx;

import java.io.IOException;
import org.maferstudio.texts.Texts;

/** What is wrong with an ONNX file: a reason that goes on a sentence, and a way out. */
final class MalformedOnnx extends IOException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    /** A file that is damaged or no ONNX file. */
    MalformedOnnx(String reason) {
        this(reason, Texts.of("onnx.advice.complete"));
    }

    MalformedOnnx(String reason, String advice) {
        super(reason);
        this.advice = advice;
    }

    /** What to do, one sentence. */
    String advice() {
        return advice;
    }
}
