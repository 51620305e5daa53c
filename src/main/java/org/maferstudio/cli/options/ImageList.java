package org.maferstudio.cli.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.maferstudio.job.Problem;

/** The images of a folder and its subfolders. */
public final class ImageList {
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff");

    private ImageList() {}

    /**
     * The images by relative path, with slashes, sorted.
     *
     * @throws Problem if the folder cannot be read or contains no images
     */
    public static Map<String, Path> below(Path folder) {
        Map<String, Path> pictures = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(ImageList::isImage)
                    .forEach(file ->
                            pictures.put(folder.relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException | UncheckedIOException e) {
            throw Problem.input(
                    "The folder " + folder
                            + " cannot be read. Check that it exists and that you have permission to read it.",
                    e);
        }
        if (pictures.isEmpty()) {
            throw Problem.input("The folder " + folder
                    + " contains no images (PNG, JPEG, BMP, GIF, TIFF). Choose the folder that contains them.");
        }
        return pictures;
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
