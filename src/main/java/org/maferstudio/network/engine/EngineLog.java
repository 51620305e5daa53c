package org.maferstudio.network.engine;

import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.NativeLibrary;
import java.nio.file.Path;

/**
 * Controls what the engine prints on standard error, bypassing Java's log. On unknown processors it repeats a warning
 * for each convolution; the engine check records these warnings once and logs them.
 */
public final class EngineLog {
    private static final System.Logger LOG = System.getLogger(EngineLog.class.getName());

    /** The engine's log level. */
    private static final String LEVEL = "FLAGS_caffe2_log_level";

    private static final int WARNINGS = 1;
    private static final int ERRORS = 2;

    private EngineLog() {}

    /** Only errors from now on. */
    static void errorsOnly() {
        set(ERRORS);
    }

    /** Warnings too, as the engine does by itself. */
    public static void withWarnings() {
        set(WARNINGS);
    }

    private static void set(int level) {
        try {
            Path library = Path.of(LibUtils.getLibtorchPath()).resolve(System.mapLibraryName("c10"));
            NativeLibrary.getInstance(library.toString())
                    .getGlobalVariableAddress(LEVEL)
                    .setInt(0, level);
        } catch (UnsatisfiedLinkError e) {
            // Another build of the engine, such as that for Windows, may not have the switch.
            LOG.log(System.Logger.Level.DEBUG, "the engine's warnings go to standard error", e);
        }
    }
}
