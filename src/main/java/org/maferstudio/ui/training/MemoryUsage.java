package org.maferstudio.ui.training;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maferstudio.files.InputFile;

/** The memory used by this program, including the engine. */
final class MemoryUsage {
    private static final Path STATUS = Path.of("/proc/self/status");

    private MemoryUsage() {}

    /** The resident memory in bytes; on systems that do not provide it in a file, only Java's part. */
    static long resident() {
        if (Files.isReadable(STATUS)) {
            try {
                for (String line : Files.readAllLines(InputFile.of(STATUS))) {
                    if (line.startsWith("VmRSS:")) {
                        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                    }
                }
            } catch (IOException | NumberFormatException e) {
                // The fallback is less exact, but good enough for display.
                System.getLogger(MemoryUsage.class.getName())
                        .log(System.Logger.Level.DEBUG, "no resident memory in " + STATUS, e);
            }
        }
        var memory = ManagementFactory.getMemoryMXBean();
        return memory.getHeapMemoryUsage().getCommitted()
                + memory.getNonHeapMemoryUsage().getCommitted();
    }
}
