package org.maferstudio.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.maferstudio.files.InputFile;
import org.maferstudio.texts.Texts;

/** Measures the memory of the program, including the engine's if the system reports it. */
final class MemoryMonitor {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double MEBIBYTE = 1024.0 * 1024;

    private MemoryMonitor() {}

    /** In bytes: the whole process on Linux, else the program's own objects. */
    static long bytes() {
        Runtime runtime = Runtime.getRuntime();
        return resident().orElse(runtime.totalMemory() - runtime.freeMemory());
    }

    /** Formatted, such as {@code 1.2 GB}. */
    static String words(long bytes) {
        double mebibytes = bytes / MEBIBYTE;
        return mebibytes < 1000
                ? Texts.of("shell.status.memory.megabytes", mebibytes)
                : Texts.of("shell.status.memory.gigabytes", mebibytes / 1024);
    }

    /** A virtual file: reading it takes microseconds. */
    private static OptionalLong resident() {
        if (!Files.exists(STATUS)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(InputFile.of(STATUS)).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty(); // The system does not provide it.
        }
    }
}
