package org.maferstudio.crops;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.opening.ImageFiles;
import org.maferstudio.datasets.readers.FaceCrops;
import org.maferstudio.datasets.readers.SplitNames;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceCrop;
import org.maferstudio.faces.FaceGeometry;
import org.maferstudio.faces.FaceSearch;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.OutputFolder;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.report.tables.Table;
import org.maferstudio.report.tables.TableText;
import org.maferstudio.texts.Texts;

/**
 * Crops the faces of a dataset or of photographs into a folder, which opens as a dataset with the same classes, splits,
 * groups and votes. An interrupted run continues where it was.
 *
 * @param source what to crop
 * @param out the folder
 * @param alignment of the faces
 * @param size the largest side of a crop, in pixels; smaller faces keep their size
 */
public record FaceCropping(DatasetSource source, Path out, Alignment alignment, int size) {
    /** The table of all faces, with the crop of the one that was taken. */
    public static final String FACES = "faces.csv";
    /** The list of images without a face, with several, and unreadable ones. */
    public static final String ISSUES = "issues.csv";

    /** The smallest size. */
    public static final int LEAST = 16;
    /** The largest size. */
    public static final int MOST = 2048;

    private static final String JOURNAL = "journal.jsonl";
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

    public FaceCropping {
        if (size < LEAST || size > MOST) {
            throw Problem.input(Texts.of("crops.error.size", size, LEAST, MOST));
        }
    }

    /**
     * What came of it.
     *
     * @param images number of images
     * @param crops number of crops
     * @param without number of images without a face
     * @param several number of images with several faces
     * @param unreadable number of images that cannot be read
     * @param labelled whether the crops have labels
     * @param searched number of images that this run searched; earlier runs have done the others
     */
    public record Outcome(
            int images, int crops, int without, int several, int unreadable, boolean labelled, int searched) {
        /** Whether all images were searched; false if a stop was requested. */
        public boolean isComplete() {
            return crops + without + unreadable == images;
        }
    }

    /**
     * Crops.
     *
     * @throws Problem if there are no images, the folder contains anything else, or it cannot be written to
     */
    public Outcome run(Progress progress) {
        try (CropSource images = CropSource.open(source, progress)) {
            prepare(metadata(images, false));
            try (CropJournal journal = new CropJournal(out.resolve(JOURNAL));
                    FaceSearch search = new FaceSearch()) {
                Map<String, FoundFaces> found = new ConcurrentHashMap<>(journal.earlier());
                int earlier = found.size();
                FaceSearch.eachImage(images.images().size(), progress, i -> {
                    String id = images.images().get(i).id();
                    if (!found.containsKey(id)) {
                        FoundFaces faces = crop(images, i, search);
                        journal.add(faces);
                        found.put(id, faces);
                    }
                });
                Outcome outcome = outcome(images, found, earlier);
                if (outcome.isComplete()) {
                    writeTables(images, found);
                    SafeFile.write(out.resolve(FaceCrops.METADATA), JSON.toJson(metadata(images, true)));
                    journal.delete();
                }
                return outcome;
            }
        }
    }

    /** Whether the folder has the complete crops of the same paths with the same settings. */
    public boolean isDone() {
        Path description = out.resolve(FaceCrops.METADATA);
        if (!Files.isRegularFile(description)) {
            return false;
        }
        try {
            FaceCrops.Metadata there =
                    FaceCrops.Metadata.of(Files.readString(InputFile.of(description)), description.toString());
            return there.complete()
                    && there.alignment().equals(alignment.id())
                    && there.size() == size
                    && there.paths().equals(source.paths());
        } catch (IOException e) {
            throw Problem.input(Texts.of("crops.error.settings", out), e);
        }
    }

    private FaceCrops.Metadata metadata(CropSource images, boolean complete) {
        return new FaceCrops.Metadata(
                images.dataset().map(Dataset::name).orElse(""),
                images.dataset().map(Dataset::format).orElse(""),
                images.dataset()
                        .map(dataset -> dataset.notes().contains(SplitNames.none()))
                        .orElse(false),
                images.dataset().map(dataset -> dataset.labels().names()).orElse(List.of()),
                alignment.id(),
                size,
                FaceGeometry.CROPPED_MARGIN,
                source.paths(),
                complete);
    }

    /** Accepts a new or empty folder, and one in which a run with the same settings was interrupted. */
    private void prepare(FaceCrops.Metadata wanted) {
        Path out = this.out.toAbsolutePath().normalize();
        for (String path : source.paths()) {
            if (!source.isDrawn()
                    && out.startsWith(Path.of(path).toAbsolutePath().normalize())) {
                throw Problem.input(Texts.of("crops.error.inside", this.out, path));
            }
        }
        try {
            Files.createDirectories(OutputFolder.of(out));
            Path description = out.resolve(FaceCrops.METADATA);
            if (Files.exists(description)) {
                FaceCrops.Metadata there =
                        FaceCrops.Metadata.of(Files.readString(InputFile.of(description)), description.toString());
                if (there.complete()) {
                    throw Problem.input(Texts.of("crops.error.complete", this.out));
                }
                if (!there.equals(wanted)) {
                    throw Problem.input(Texts.of("crops.error.settings", this.out));
                }
                return;
            }
            try (Stream<Path> content = Files.list(out)) {
                if (content.findAny().isPresent()) {
                    throw Problem.input(Texts.of("crops.error.notEmpty", this.out));
                }
            }
            SafeFile.write(description, JSON.toJson(wanted));
        } catch (IOException e) {
            throw WriteFailure.of(out, e);
        }
    }

    private FoundFaces crop(CropSource images, int number, FaceSearch search) {
        ImageFiles.Image image = images.images().get(number);
        RasterImage pixels;
        try {
            pixels = image.pixels().read();
        } catch (Problem unreadable) {
            return FoundFaces.unreadable(image.id(), unreadable.getMessage());
        }
        List<DetectedFace> faces = search.faces(pixels);
        FoundFaces found = FoundFaces.of(image.id(), pixels.width(), pixels.height(), faces);
        found.main().ifPresent(main -> {
            FaceGeometry geometry = new FaceGeometry(alignment, FaceGeometry.CROPPED_MARGIN, 1);
            Path file = out.resolve(images.crop(number));
            try {
                Files.createDirectories(file.getParent());
            } catch (IOException e) {
                throw WriteFailure.of(file, e);
            }
            ImageFile.write(FaceCrop.cut(pixels, faces.get(main), geometry, size), file);
        });
        return found;
    }

    private static Outcome outcome(CropSource images, Map<String, FoundFaces> found, int earlier) {
        int without = 0;
        int several = 0;
        int unreadable = 0;
        for (FoundFaces each : found.values()) {
            if (!each.error().isEmpty()) {
                unreadable++;
            } else if (each.faces().isEmpty()) {
                without++;
            } else if (each.faces().size() > 1) {
                several++;
            }
        }
        return new Outcome(
                images.images().size(),
                found.size() - without - unreadable,
                without,
                several,
                unreadable,
                images.dataset().isPresent(),
                found.size() - earlier);
    }

    private void writeTables(CropSource images, Map<String, FoundFaces> found) {
        List<List<String>> faces = new ArrayList<>();
        List<List<String>> issues = new ArrayList<>();
        List<List<String>> labels = new ArrayList<>();
        for (int i = 0; i < images.images().size(); i++) {
            FoundFaces each = found.get(images.images().get(i).id());
            int main = each.main().orElse(-1);
            for (int face = 0; face < each.faces().size(); face++) {
                List<String> row = each.row(face);
                row.add(face == main ? images.crop(i) : "");
                faces.add(row);
            }
            if (!each.error().isEmpty()) {
                issues.add(List.of(each.image(), "unreadable", "0", each.error()));
            } else if (each.faces().size() != 1) {
                String issue = each.faces().isEmpty() ? "no face" : "several faces";
                issues.add(
                        List.of(each.image(), issue, String.valueOf(each.faces().size()), ""));
            }
            if (main >= 0 && images.dataset().isPresent()) {
                labels.add(images.label(i));
            }
        }
        List<String> columns = new ArrayList<>(FaceTable.COLUMNS);
        columns.add("crop");
        write(FACES, columns, faces);
        write(ISSUES, List.of("file", "issue", "faces", "reason"), issues);
        if (images.dataset().isPresent()) {
            write(FaceCrops.TABLE, FaceCrops.COLUMNS, labels);
        }
    }

    private void write(String name, List<String> columns, List<List<String>> rows) {
        SafeFile.write(out.resolve(name), TableText.csv(new Table(columns, rows)));
    }
}
