package org.maferstudio.training;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maferstudio.files.InputFile;

/** How much memory this program takes from the machine, the engine's included. */
public final class MemoryUsage {
    private static final Path STATUS = Path.of("/proc/self/status");

    private MemoryUsage() {}

    /** The resident memory in bytes; where the system does not say it in a file, Java's own part of it. */
    public static long resident() {
        if (Files.isReadable(STATUS)) {
            try {
                for (String line : Files.readAllLines(InputFile.of(STATUS))) {
                    if (line.startsWith("VmRSS:")) {
                        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                    }
                }
            } catch (IOException | NumberFormatException e) {
                // What follows is less exact, and good enough for a figure in the window.
                System.getLogger(MemoryUsage.class.getName())
                        .log(System.Logger.Level.DEBUG, "no resident memory in " + STATUS, e);
            }
        }
        var memory = ManagementFactory.getMemoryMXBean();
        return memory.getHeapMemoryUsage().getCommitted()
                + memory.getNonHeapMemoryUsage().getCommitted();
    }
}
