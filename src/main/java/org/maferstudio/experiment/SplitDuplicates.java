package org.maferstudio.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.check.CrossSplitDuplicates;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.results.Predictions;
import org.maferstudio.texts.Texts;

/**
 * The file {@code duplicates.csv} of an experiment: {@code split,sample} of images that also occur in another split.
 */
public final class SplitDuplicates {
    /** The file name. The file exists after a search, even if no duplicates were found. */
    public static final String FILE = "duplicates.csv";

    private static final long MAX_BYTES = 64L << 20;

    private SplitDuplicates() {}

    /**
     * The IDs by split; empty before the first search.
     *
     * @throws Problem if the file is damaged
     */
    public static Optional<Map<String, Set<String>>> read(Experiment experiment) {
        Path file = experiment.folder().resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw Problem.input(Texts.of("experiment.duplicates.error.tooLarge", file));
            }
            Map<String, Set<String>> found = new TreeMap<>();
            try (BufferedReader reader = Files.newBufferedReader(InputFile.of(file));
                    CSVParser parser = CSVParser.parse(reader, format)) {
                for (CSVRecord row : parser) {
                    found.computeIfAbsent(row.get("split"), split -> new LinkedHashSet<>())
                            .add(row.get("sample"));
                }
            }
            return Optional.of(found);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw Problem.input(Texts.of("experiment.duplicates.error.damaged", file), e);
        }
    }

    /**
     * Searches an experiment's dataset, and saves the result.
     *
     * @param source of the dataset
     * @param store of earlier searches
     * @return false if the search was stopped
     * @throws Problem if the dataset cannot be read, the experiment is a bundle, or the file cannot be written
     */
    public static boolean search(Experiment experiment, DatasetSource source, DuplicateStore store, Progress progress) {
        experiment.checkWritable();
        Optional<Map<String, Set<String>>> found = find(source, store, progress);
        found.ifPresent(ids -> write(experiment, ids));
        return found.isPresent();
    }

    /**
     * Searches a dataset: the ids by split; empty if a stop was requested.
     *
     * @param store of earlier searches
     * @throws Problem if the dataset cannot be read
     */
    public static Optional<Map<String, Set<String>>> find(
            DatasetSource source, DuplicateStore store, Progress progress) {
        try (Dataset dataset = Datasets.open(source, progress)) {
            PixelCache cache = PixelCache.fill(dataset.samples(), progress);
            return CrossSplitDuplicates.search(dataset, cache, store, progress);
        }
    }

    /** The predictions of a split without those on images that also occur in another split; empty if none are known. */
    public static Optional<Predictions> without(Experiment experiment, Predictions all) {
        Set<String> duplicates = read(experiment)
                .map(found -> found.getOrDefault(all.split(), Set.of()))
                .orElse(Set.of());
        Predictions left = all.without(duplicates);
        return left.rows().size() == all.rows().size() ? Optional.empty() : Optional.of(left);
    }

    /**
     * Writes the file.
     *
     * @throws Problem if it is a bundle, or cannot be written
     */
    public static void write(Experiment experiment, Map<String, Set<String>> found) {
        experiment.checkWritable();
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader("split", "sample")
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (Map.Entry<String, Set<String>> split : found.entrySet()) {
                for (String sample : split.getValue()) {
                    printer.printRecord(split.getKey(), sample);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a string takes any text", e);
        }
        SafeFile.write(experiment.folder().resolve(FILE), text.toString());
    }
}
