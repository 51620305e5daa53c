package org.maferstudio.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.maferstudio.image.Picture;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

/** Opens datasets: recognises the format, reads the samples, holds out a validation part, renames splits. */
public final class Datasets {
    private static final int EXAMPLES = 8;

    private Datasets() {}

    /**
     * Opens a dataset; its pictures are not decoded yet.
     *
     * @return a dataset to be closed by the caller
     * @throws Problem if nothing readable is there, or the classes of numbers are not said
     */
    public static Dataset open(DatasetSource source, Progress progress) {
        Optional<Long> drawn = DrawnSource.seed(source);
        if (drawn.isPresent()) {
            return arranged(DrawnFaces.dataset(drawn.get()), source);
        }
        Trees trees = Trees.open(source.paths());
        try {
            Dataset dataset = new Assembly(trees.read(source.format(), progress)).dataset(source.labels(), trees);
            return arranged(dataset, source);
        } catch (RuntimeException e) {
            trees.close();
            throw e;
        }
    }

    /**
     * Asks whether the classes of a dataset are only numbers, and shows what they look like.
     *
     * @return empty if the classes have names, or {@link DatasetSource#labels()} says them
     * @throws Problem if nothing readable is there
     */
    public static Optional<NumberedClasses> numbered(DatasetSource source, Progress progress) {
        if (!source.labels().isEmpty() || DrawnSource.seed(source).isPresent()) {
            return Optional.empty();
        }
        try (Trees trees = Trees.open(source.paths())) {
            List<Reading> readings = trees.read(source.format(), progress);
            Labelling labelling = new Labelling(readings);
            if (!labelling.isNumbered()) {
                return Optional.empty();
            }
            return Optional.of(new NumberedClasses(labelling.numbers(), examples(readings), labelling.suggestion()));
        }
    }

    /** The names of the formats and what they look like, in the order in which they are tried. */
    public static Map<String, String> formats() {
        return DatasetReader.ALL.stream()
                .collect(Collectors.toMap(
                        DatasetReader::name, DatasetReader::layout, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private static Map<Integer, List<Picture>> examples(List<Reading> readings) {
        Map<Integer, List<Picture>> examples = new TreeMap<>();
        for (Reading reading : readings) {
            for (Reading.Entry entry : reading.entries()) {
                List<Picture> pictures =
                        examples.computeIfAbsent(Integer.valueOf(entry.label()), n -> new ArrayList<>());
                if (pictures.size() < EXAMPLES) {
                    readable(entry).ifPresent(pictures::add);
                }
            }
        }
        return examples;
    }

    private static Optional<Picture> readable(Reading.Entry entry) {
        try {
            return Optional.of(entry.pixels().read());
        } catch (Problem e) {
            // Only an example; opening the dataset lists it.
            return Optional.empty();
        }
    }

    private static Dataset arranged(Dataset dataset, DatasetSource source) {
        List<Sample> samples = renamed(dataset, source.splits());
        if (source.validShare() > 0) {
            samples = new HoldOut(source.validShare(), source.seed()).apply(samples);
        }
        return new Dataset(
                dataset.name(),
                dataset.format(),
                dataset.labels(),
                samples,
                dataset.damage(),
                dataset.notes(),
                dataset.files());
    }

    private static List<Sample> renamed(Dataset dataset, Map<String, String> asked) {
        Map<String, String> renames = new TreeMap<>();
        asked.forEach((from, to) -> renames.put(Splits.named(from), Splits.named(to)));
        for (String split : renames.keySet()) {
            if (!dataset.splits().contains(split)) {
                throw Problem.input("There is no split " + split + " to rename; the dataset has "
                        + String.join(", ", dataset.splits()) + ".");
            }
        }
        return dataset.samples().stream()
                .map(s -> renames.containsKey(s.split()) ? s.in(renames.get(s.split())) : s)
                .toList();
    }
}
