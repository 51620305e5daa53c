package org.maferstudio.live;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** OpenCV's natives, loaded once. */
final class OpenCv {
    private OpenCv() {}

    /**
     * Loads them; a second call finds them loaded. One thread each: capture, engine and window share the CPU.
     *
     * @throws Problem if there are none for this system
     */
    static void load() {
        try {
            Loader.load(opencv_core.class);
            opencv_core.setNumThreads(1);
        } catch (LinkageError e) {
            throw Problem.failure(Texts.of("live.opencv.error.load", e.getMessage()), e);
        }
    }
}
