package org.maferstudio.crops;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maferstudio.datasets.opening.ImageFiles;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.faces.FaceSearch;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.report.tables.Table;
import org.maferstudio.report.tables.TableText;

/**
 * The faces of images as a table, with one row per face.
 *
 * @param images number of images
 * @param faces number of faces
 * @param withoutFaces the images in which none was found
 * @param unreadable why images could not be read, one sentence each
 */
public record FaceTable(int images, int faces, List<String> withoutFaces, List<String> unreadable) {
    /** The columns. */
    public static final List<String> COLUMNS = Stream.concat(Stream.of("file", "face"), FoundFaces.COLUMNS.stream())
            .toList();

    public FaceTable {
        withoutFaces = List.copyOf(withoutFaces);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Detects the faces of images and writes the table.
     *
     * @param paths folders, zips and image files
     * @return empty if a stop was requested; nothing is written then
     * @throws Problem if there are no images, or the table cannot be written
     */
    public static Optional<FaceTable> write(List<String> paths, Path out, Progress progress) {
        try (ImageFiles files = ImageFiles.open(paths);
                FaceSearch search = new FaceSearch()) {
            List<ImageFiles.Image> images = files.images();
            FoundFaces[] found = new FoundFaces[images.size()];
            FaceSearch.eachImage(images.size(), progress, i -> found[i] = found(images.get(i), search));
            if (Arrays.stream(found).anyMatch(each -> each == null)) {
                return Optional.empty();
            }
            List<List<String>> rows = new ArrayList<>();
            for (FoundFaces each : found) {
                for (int face = 0; face < each.faces().size(); face++) {
                    rows.add(each.row(face));
                }
            }
            SafeFile.write(out, TableText.csv(new Table(COLUMNS, rows)));
            return Optional.of(new FaceTable(
                    found.length,
                    rows.size(),
                    Arrays.stream(found)
                            .filter(each ->
                                    each.faces().isEmpty() && each.error().isEmpty())
                            .map(FoundFaces::image)
                            .toList(),
                    Arrays.stream(found)
                            .map(FoundFaces::error)
                            .filter(error -> !error.isEmpty())
                            .toList()));
        }
    }

    private static FoundFaces found(ImageFiles.Image image, FaceSearch search) {
        try {
            RasterImage pixels = image.pixels().read();
            return FoundFaces.of(image.id(), pixels.width(), pixels.height(), search.faces(pixels));
        } catch (Problem unreadable) {
            return FoundFaces.unreadable(image.id(), unreadable.getMessage());
        }
    }
}
