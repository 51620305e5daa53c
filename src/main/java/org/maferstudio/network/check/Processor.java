package org.maferstudio.network.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maferstudio.files.InputFile;

/** Which processor this is, as far as an engine chooses its kernels by it. */
final class Processor {
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache/index0");
    private static final List<String> DECIDING =
            List.of("vendor_id", "cpu family", "model", "stepping", "cache size", "flags", "Features", "CPU part");

    private Processor() {}

    /** One text that is the same as long as the processor is. */
    static String identity() {
        return String.join(
                " | ",
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                Runtime.getRuntime().availableProcessors() + " processors",
                linux(),
                System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", ""));
    }

    private static String linux() {
        if (!Files.isReadable(LINUX)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(InputFile.of(LINUX))) {
            String first = lines.takeWhile(line -> !line.isBlank())
                    .filter(line -> DECIDING.stream().anyMatch(name -> line.startsWith(name + "\t")))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .collect(Collectors.joining("; "));
            // A virtual processor may hide its caches, and kernels are chosen by their sizes.
            return first + (Files.exists(CACHES) ? "; caches known" : "; caches unknown");
        } catch (IOException e) {
            return "";
        }
    }
}
