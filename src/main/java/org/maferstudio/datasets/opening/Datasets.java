package org.maferstudio.datasets.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.readers.DatasetReader;
import org.maferstudio.datasets.readers.DatasetReaders;
import org.maferstudio.datasets.readers.Reading;
import org.maferstudio.datasets.readers.SplitNames;
import org.maferstudio.datasets.splits.Folds;
import org.maferstudio.datasets.splits.HoldOut;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** Opens datasets: recognises the format, reads the samples, holds out a validation part, renames splits, draws folds. */
public final class Datasets {
    private static final int EXAMPLES = 8;

    private Datasets() {}

    /**
     * Opens a dataset; its images are not decoded yet.
     *
     * @return a dataset to be closed by the caller
     * @throws Problem if nothing readable is there, or numeric classes are not assigned
     */
    public static Dataset open(DatasetSource source, Progress progress) {
        Optional<Long> drawn = source.drawnSeed();
        if (drawn.isPresent()) {
            return arranged(DrawnFaces.dataset(drawn.get()), source);
        }
        DatasetTrees trees = DatasetTrees.open(source.paths());
        try {
            return assembled(trees, trees.read(source.format(), progress), source);
        } catch (RuntimeException e) {
            trees.close();
            throw e;
        }
    }

    /**
     * Opens a dataset, or asks what its classes mean if they are numbers or unknown words and {@link
     * DatasetSource#labels()} does not assign them.
     *
     * @return a dataset to be closed by the caller, or a question
     * @throws Problem if nothing readable is there
     */
    public static Opening openOrAsk(DatasetSource source, Progress progress) {
        if (!source.labels().isEmpty() || source.drawnSeed().isPresent()) {
            return Opening.of(open(source, progress));
        }
        DatasetTrees trees = DatasetTrees.open(source.paths());
        try {
            List<Reading> readings = trees.read(source.format(), progress);
            Labelling labelling = new Labelling(readings);
            if (!labelling.needsAssignment()) {
                return Opening.of(assembled(trees, readings, source));
            }
            UnknownClasses question = new UnknownClasses(labelling.words(), examples(readings), labelling.orders());
            trees.close();
            return new Opening(Optional.empty(), Optional.of(question));
        } catch (RuntimeException e) {
            trees.close();
            throw e;
        }
    }

    /**
     * What came of opening: one of the two.
     *
     * @param dataset to be closed by the caller
     * @param question what has to be assigned first
     */
    public record Opening(Optional<Dataset> dataset, Optional<UnknownClasses> question) {
        private static Opening of(Dataset dataset) {
            return new Opening(Optional.of(dataset), Optional.empty());
        }
    }

    private static Dataset assembled(DatasetTrees trees, List<Reading> readings, DatasetSource source) {
        Dataset dataset =
                arranged(new DatasetAssembly(readings).dataset(new ClassAssignment(source.labels()), trees), source);
        boolean parted = source.fold().isPresent()
                || readings.stream().allMatch(reading -> reading.splitting() == Reading.Splitting.GIVEN);
        if (parted) {
            return dataset;
        }
        List<String> notes = new ArrayList<>(dataset.notes());
        notes.add(SplitNames.none());
        return dataset.with(dataset.samples(), notes);
    }

    /**
     * Whether the layout of each path is known, and shows classes, so that its images have labels.
     *
     * @throws Problem if one cannot be opened
     */
    public static boolean haveClasses(List<String> paths) {
        List<String> containers =
                paths.stream().filter(path -> !EntryNames.isImage(path)).toList();
        try (DatasetTrees trees = DatasetTrees.open(containers)) {
            return containers.size() == paths.size() && trees.haveClasses();
        }
    }

    /** The names and layouts of the formats, in the order in which they are tried. */
    public static Map<String, String> formats() {
        return DatasetReaders.ALL.stream()
                .collect(Collectors.toMap(
                        DatasetReader::name, DatasetReader::layout, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /**
     * The formats in which files of a format can be read as well, by another rule for votes say, and it itself; only it
     * where there is no choice.
     */
    public static List<String> alternatives(String format) {
        List<String> alternatives = DatasetReaders.ALL.stream()
                .filter(reader -> DatasetReaders.ALL.stream()
                        .anyMatch(one -> one.name().equals(format) && one.getClass() == reader.getClass()))
                .map(DatasetReader::name)
                .toList();
        return alternatives.isEmpty() ? List.of(format) : alternatives;
    }

    private static Map<String, List<RasterImage>> examples(List<Reading> readings) {
        Map<String, List<RasterImage>> examples = new TreeMap<>();
        for (Reading reading : readings) {
            for (Reading.Entry entry : reading.entries()) {
                List<RasterImage> images = examples.computeIfAbsent(entry.label(), n -> new ArrayList<>());
                if (images.size() < EXAMPLES) {
                    readable(entry).ifPresent(images::add);
                }
            }
        }
        return examples;
    }

    private static Optional<RasterImage> readable(Reading.Entry entry) {
        try {
            return Optional.of(entry.pixels().read());
        } catch (Problem e) {
            // Only an example; opening the dataset lists it.
            return Optional.empty();
        }
    }

    private static Dataset arranged(Dataset dataset, DatasetSource source) {
        Dataset named = dataset.with(renamed(dataset, source.splits()), dataset.notes());
        if (source.fold().isPresent()) {
            return new Folds(source).apply(named);
        }
        if (source.validShare() > 0) {
            return named.with(new HoldOut(source.validShare(), source.seed()).apply(named.samples()), named.notes());
        }
        return named;
    }

    private static List<Sample> renamed(Dataset dataset, Map<String, String> asked) {
        Map<String, String> renames = new TreeMap<>();
        asked.forEach((from, to) -> renames.put(
                SplitNames.named(from),
                SplitNames.of(to).orElseThrow(() -> Problem.input(Texts.of("datasets.splits.error.name", to)))));
        for (String split : renames.keySet()) {
            if (!dataset.splits().contains(split)) {
                throw Problem.input(
                        Texts.of("datasets.splits.error.missing", split, String.join(", ", dataset.splits())));
            }
        }
        return dataset.samples().stream()
                .map(s -> renames.containsKey(s.split()) ? s.in(renames.get(s.split())) : s)
                .toList();
    }
}
