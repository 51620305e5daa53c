package org.maferstudio.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

/** The places that together make one dataset. */
record Trees(List<DatasetTree> trees) implements Dataset.Files {
    /**
     * Opens each path.
     *
     * @throws Problem if one cannot be opened; none stays open then
     */
    static Trees open(List<String> paths) {
        Trees opened = new Trees(new ArrayList<>());
        try {
            paths.forEach(path -> opened.trees.add(DatasetTree.of(path)));
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Reads each tree with the reader of this name, or with the first that recognises it.
     *
     * @param format a reader's name; empty to recognise it
     */
    List<Reading> read(String format, Progress progress) {
        List<Reading> readings = new ArrayList<>();
        for (DatasetTree tree : trees) {
            progress.report(-1, "Reading " + tree.name());
            Stopped.check(progress, tree.name());
            DatasetReader reader = format.isEmpty() ? recognised(tree) : named(format, tree);
            readings.add(reader.read(tree, progress));
        }
        return readings;
    }

    @Override
    public void close() {
        trees.forEach(DatasetTree::close);
    }

    private static DatasetReader recognised(DatasetTree tree) {
        return DatasetReaders.ALL.stream()
                .filter(reader -> reader.recognises(tree))
                .findFirst()
                .orElseThrow(() -> Problem.input(unrecognised(tree)));
    }

    private static String unrecognised(DatasetTree tree) {
        List<String> entries = tree.entries();
        if (entries.isEmpty()) {
            return tree.title() + " is empty. Choose the folder, csv or zip that holds the pictures.";
        }
        if (entries.stream().anyMatch(EntryNames::isPicture)) {
            return "The pictures of " + tree.title() + " lie in no folder that names an expression. Sort them into"
                    + " folders <split>/<class>/<image>, or add a csv with the columns path and label.";
        }
        if (entries.stream().anyMatch(EntryNames::isCsv)) {
            return "No csv of " + tree.title() + " has the columns emotion and pixels, or path and label. Name the"
                    + " columns so in the first line.";
        }
        return tree.title() + " has neither pictures nor a csv. Choose the folder, csv or zip that holds the pictures.";
    }

    private static DatasetReader named(String format, DatasetTree tree) {
        DatasetReader reader = DatasetReaders.ALL.stream()
                .filter(r -> r.name().equals(format))
                .findFirst()
                .orElseThrow(() -> Problem.input("There is no format " + format + ". Known are "
                        + DatasetReaders.ALL.stream().map(DatasetReader::name).collect(Collectors.joining(", "))
                        + "."));
        if (!reader.recognises(tree)) {
            throw Problem.input(tree.title() + " is not laid out as " + format + ", which is " + reader.layout()
                    + ". Leave --format out to have it recognised.");
        }
        return reader;
    }
}
