package org.maferstudio.live;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.maferstudio.job.Problem;

/** OpenCV's natives, loaded once. */
final class OpenCv {
    private OpenCv() {}

    /**
     * Loads them; a second call finds them loaded. One thread each: capture, engine and window share the processors.
     *
     * @throws Problem if there are none for this machine
     */
    static void load() {
        try {
            Loader.load(opencv_core.class);
            opencv_core.setNumThreads(1);
        } catch (LinkageError e) {
            throw Problem.failure(
                    "OpenCV, which reads cameras and finds faces, could not be loaded here (" + e.getMessage()
                            + "). Use the build of this program that was made for this system.",
                    e);
        }
    }
}
