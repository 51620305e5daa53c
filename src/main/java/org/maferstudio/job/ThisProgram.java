package org.maferstudio.job;

import java.nio.file.Path;
import java.util.Locale;

/** How this process was started, so that the program can start itself again. */
public final class ThisProgram {
    private ThisProgram() {}

    /** The executable of this process: Java, or the launcher of the installed program. */
    public static String executable() {
        return ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /** Whether the executable is Java, which needs a class path and a main class. */
    public static boolean isJava() {
        return Path.of(executable())
                .getFileName()
                .toString()
                .toLowerCase(Locale.ROOT)
                .startsWith("java");
    }
}
