package org.maferstudio.faces;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Loads OpenCV's native libraries once. */
public final class OpenCv {
    private OpenCv() {}

    /**
     * Loads the libraries if they are not loaded yet, with one thread, because capture, engine and window share the
     * CPU.
     *
     * @throws Problem if there are none for this system
     */
    public static void load() {
        try {
            Loader.load(opencv_core.class);
            opencv_core.setNumThreads(1);
        } catch (LinkageError e) {
            throw Problem.failure(Texts.of("faces.opencv.error.load", e.getMessage()), e);
        }
    }
}
