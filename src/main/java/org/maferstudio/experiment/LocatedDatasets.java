package org.maferstudio.experiment;

import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fingerprint;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Json;
import org.maferstudio.texts.Texts;

/**
 * The location of datasets on this computer, by fingerprint, because bundles contain no paths and datasets can be
 * moved. Saved in {@code located-datasets.json} of a workspace; experiments are never changed.
 */
public final class LocatedDatasets {
    private static final String FILE = "located-datasets.json";
    private static final long MAX_BYTES = 1 << 20;

    private final Path file;

    private LocatedDatasets(Path file) {
        this.file = file;
    }

    /** Reads the locations saved in a workspace. */
    public static LocatedDatasets of(Workspace workspace) {
        return new LocatedDatasets(workspace.folder().resolve(FILE));
    }

    /**
     * The source of an experiment's dataset: where it was located, otherwise where it was when the experiment was
     * created. A located dataset was verified by its fingerprint.
     */
    public DatasetSource source(ExperimentManifest manifest) {
        return find(manifest).orElse(manifest.recipe().dataset());
    }

    /** The same, using the locations of the workspace that contains the experiment, if any. */
    public static DatasetSource source(Experiment experiment) {
        ExperimentManifest manifest = experiment.manifest();
        for (Path folder = experiment.folder(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith(Workspace.EXPERIMENTS)) {
                return new LocatedDatasets(folder.resolveSibling(FILE)).source(manifest);
            }
        }
        return manifest.recipe().dataset();
    }

    /** The located dataset of an experiment; empty if it was not located, or does not exist any more. */
    public Optional<DatasetSource> find(ExperimentManifest manifest) {
        List<String> paths = all().getOrDefault(manifest.dataset().fingerprint(), List.of());
        return paths.isEmpty() || !paths.stream().allMatch(path -> Files.exists(Path.of(path)))
                ? Optional.empty()
                : Optional.of(manifest.recipe().dataset().withPaths(paths));
    }

    /**
     * Opens the dataset of an experiment at another location, and saves that location.
     *
     * @param places files, or a folder that is the dataset or contains its files by name
     * @return the dataset; empty if a stop was requested
     * @throws Problem if it is not the same dataset, according to its fingerprint, or cannot be read
     */
    public Optional<DatasetSource> locate(ExperimentManifest manifest, List<Path> places, Progress progress) {
        String wanted = manifest.dataset().fingerprint();
        if (wanted.isEmpty()) {
            throw Problem.input(Texts.of("experiment.located.error.noFingerprint"));
        }
        DatasetSource source = manifest.recipe().dataset().withPaths(paths(manifest, places));
        try (Dataset dataset = Datasets.open(source, progress)) {
            String found = Fingerprint.of(dataset, PixelCache.fill(dataset.samples(), progress));
            if (progress.stopRequested()) {
                return Optional.empty();
            }
            if (!found.equals(wanted)) {
                throw Problem.input(Texts.of(
                        "experiment.located.error.another",
                        source.shortText(),
                        dataset.samples().size(),
                        samples(manifest)));
            }
        }
        Map<String, List<String>> all = all();
        all.put(wanted, source.paths());
        SafeFile.write(file, Json.gson().toJson(all) + "\n");
        return Optional.of(source);
    }

    private static long samples(ExperimentManifest manifest) {
        return manifest.dataset().counts().values().stream()
                .flatMap(classes -> classes.values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** A folder that contains files with the names in the recipe is replaced by these files. */
    private static List<String> paths(ExperimentManifest manifest, List<Path> places) {
        List<String> given = new ArrayList<>();
        places.forEach(place -> given.add(place.toAbsolutePath().normalize().toString()));
        if (places.size() != 1 || !Files.isDirectory(places.get(0))) {
            return given;
        }
        List<String> inside = new ArrayList<>();
        for (String path : manifest.recipe().dataset().paths()) {
            Path named = places.get(0)
                    .toAbsolutePath()
                    .normalize()
                    .resolve(DatasetSource.of(path).shortText());
            if (!Files.exists(named)) {
                return given;
            }
            inside.add(named.toString());
        }
        return inside;
    }

    private Map<String, List<String>> all() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return new TreeMap<>();
            }
            Map<String, List<String>> read =
                    Json.read(Files.readString(InputFile.of(file)), new TypeToken<Map<String, List<String>>>() {});
            return read == null ? new TreeMap<>() : new TreeMap<>(read);
        } catch (IOException | JsonParseException e) {
            System.getLogger(LocatedDatasets.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "Places of datasets are forgotten, since a file is damaged: " + file,
                            e);
            return new TreeMap<>();
        }
    }
}
