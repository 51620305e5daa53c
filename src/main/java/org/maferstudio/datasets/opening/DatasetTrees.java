package org.maferstudio.datasets.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.readers.DatasetReader;
import org.maferstudio.datasets.readers.DatasetReaders;
import org.maferstudio.datasets.readers.ListingStopped;
import org.maferstudio.datasets.readers.Reading;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.datasets.trees.OtherContainers;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** The places that together make one dataset. */
record DatasetTrees(List<DatasetTree> trees) implements Dataset.Files {
    /**
     * Opens each path.
     *
     * @throws Problem if one cannot be opened; none stays open then
     */
    static DatasetTrees open(List<String> paths) {
        DatasetTrees opened = new DatasetTrees(new ArrayList<>());
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
            progress.report(-1, Texts.of("datasets.job.reading", tree.name()));
            ListingStopped.check(progress, tree.name());
            DatasetReader reader = format.isEmpty() ? recognised(tree) : named(format, tree);
            readings.add(reader.read(tree, progress));
        }
        return readings;
    }

    /** Whether there is a reader for each that finds classes. */
    boolean haveClasses() {
        return trees.stream().allMatch(tree -> DatasetReaders.ALL.stream()
                .filter(reader -> reader.recognises(tree))
                .findFirst()
                .filter(reader -> reader.findsClasses(tree))
                .isPresent());
    }

    @Override
    public void close() {
        trees.forEach(DatasetTree::close);
    }

    private static DatasetReader recognised(DatasetTree tree) {
        return SavedFormats.ofThisSystem().recognised(tree).orElseThrow(() -> Problem.input(unrecognised(tree)));
    }

    private static String unrecognised(DatasetTree tree) {
        List<String> entries = tree.entries();
        if (entries.isEmpty()) {
            return Texts.of("datasets.open.error.empty", tree.title());
        }
        if (entries.stream().anyMatch(EntryNames::isImage)) {
            return Texts.of("datasets.open.error.noClasses", tree.title());
        }
        if (entries.stream().anyMatch(EntryNames::isCsv)) {
            return Texts.of("datasets.open.error.columns", tree.title());
        }
        return OtherContainers.advice(tree.title(), entries)
                .orElseGet(() -> Texts.of("datasets.open.error.nothing", tree.title()));
    }

    private static DatasetReader named(String format, DatasetTree tree) {
        DatasetReader reader = DatasetReaders.ALL.stream()
                .filter(r -> r.name().equals(format))
                .findFirst()
                .orElseThrow(() -> Problem.input(Texts.of(
                        "datasets.open.error.format",
                        format,
                        DatasetReaders.ALL.stream().map(DatasetReader::name).collect(Collectors.joining(", ")))));
        if (!reader.recognises(tree)) {
            throw Problem.input(Texts.of("datasets.open.error.layout", tree.title(), format, reader.layout()));
        }
        return reader;
    }
}
