package org.maferstudio.network.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The native libraries of an installed PyTorch, for example one for GPUs.
 *
 * @param libraries their folder, {@code torch/lib} of the Python package
 * @param version must be {@link #VERSION}
 * @param flavor the build, such as {@code cu128} or {@code cpu}
 */
public record InstalledTorch(Path libraries, String version, String flavor) {
    /** The only version supported by DJL's bridge. */
    public static final String VERSION = "2.7.1";

    /** The setting by which DJL finds the folder. */
    public static final String LIBRARIES = "PYTORCH_LIBRARY_PATH";

    private static final List<String> NAMES = List.of("libtorch_cpu.so", "torch_cpu.dll", "libtorch_cpu.dylib");
    private static final Pattern STATED =
            Pattern.compile("^__version__\\s*=\\s*['\"](\\d+\\.\\d+\\.\\d+)(?:\\+(\\w+))?", Pattern.MULTILINE);
    private static final int MOST_BYTES = 1 << 16;

    /**
     * Inspects a folder without running anything in it.
     *
     * @param folder {@code torch/lib}, {@code torch}, or the folder that contains it
     * @throws Problem if there is no PyTorch, or one of another version
     */
    public static InstalledTorch of(Path folder) {
        Path libraries = Stream.of(
                        folder, folder.resolve("lib"), folder.resolve("torch").resolve("lib"))
                .filter(InstalledTorch::holdsNatives)
                .findFirst()
                .orElseThrow(() -> Problem.input(Texts.of("network.installedTorch.error.notFound", folder, VERSION)));
        Matcher stated = STATED.matcher(statement(libraries));
        if (!stated.find()) {
            throw Problem.input(Texts.of("network.installedTorch.error.noVersion", libraries));
        }
        if (!stated.group(1).equals(VERSION)) {
            throw Problem.input(Texts.of("network.installedTorch.error.version", libraries, stated.group(1), VERSION));
        }
        return new InstalledTorch(
                libraries, stated.group(1), Optional.ofNullable(stated.group(2)).orElse("cpu"));
    }

    private static boolean holdsNatives(Path folder) {
        return NAMES.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    private static String statement(Path libraries) {
        Path file = libraries.resolveSibling("version.py");
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream stream = Files.newInputStream(InputFile.of(file))) {
            return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Problem.input(Texts.of("network.installedTorch.error.unreadable", file), e);
        }
    }

    /** Names and values by which DJL finds it, in the environment or among the system's properties. */
    public Map<String, String> variables() {
        return Map.of(LIBRARIES, libraries.toString(), "PYTORCH_VERSION", version, "PYTORCH_FLAVOR", flavor);
    }

    /** Selects it, if the engine has not been loaded yet. */
    public void use() {
        variables().forEach(System::setProperty);
    }
}
