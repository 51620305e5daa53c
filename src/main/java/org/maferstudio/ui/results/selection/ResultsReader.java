package org.maferstudio.ui.results.selection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Reads experiments, and keeps the last few, so that going back and forth between them reads nothing twice. */
public final class ResultsReader {
    /** Twice the compared experiments. */
    private static final int MOST_KEPT = 8;

    /** Predictions kept besides those read last, each of some 200 bytes. */
    private static final long MOST_ROWS = 1_000_000;

    /** Found in the datasets of bundles: the IDs by split, by the folder of the experiment. */
    private final Map<Path, Map<String, Set<String>>> duplicates = new HashMap<>();

    private final Map<Asked, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * What was asked for.
     *
     * @param orAnother whether another split will do where there are no predictions on this one
     */
    private record Asked(Path folder, Optional<String> split, boolean orAnother) {
        /** The split to read; empty if there is none. */
        String choose(Experiment experiment) {
            List<String> there = ExperimentResults.splits(experiment);
            return split.filter(there::contains)
                    .or(() -> orAnother ? there.stream().findFirst() : Optional.empty())
                    .orElse("");
        }
    }

    private record Kept(List<Stamp> stamps, ExperimentResults results) {}

    /** Size and time of a file. */
    private record Stamp(Path file, long bytes, FileTime modified) {}

    /**
     * Reads several, all on the split of the first; of one that was not evaluated there, nothing but its training.
     *
     * @param asked the split to read if the first experiment has it
     * @throws Problem if a file is damaged
     */
    public List<ExperimentResults> readAll(List<Path> folders, Optional<String> asked) {
        List<Experiment> all = folders.stream().map(Experiment::open).toList();
        List<String> names = EvaluatedExperiments.names(all);
        List<ExperimentResults> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Asked on = results.isEmpty()
                    ? new Asked(all.get(i).folder(), asked, true)
                    : new Asked(all.get(i).folder(), Optional.of(results.get(0).split()), false);
            results.add(read(all.get(i), on).named(names.get(i)));
        }
        return results;
    }

    /** Remembers the duplicates of an experiment that cannot keep them itself, as long as the window is open. */
    void rememberDuplicates(Path folder, Map<String, Set<String>> found) {
        synchronized (kept) {
            duplicates.put(folder, found);
            kept.keySet().removeIf(asked -> asked.folder().equals(folder));
        }
    }

    private ExperimentResults read(Experiment experiment, Asked asked) {
        List<Stamp> stamps = stamps(experiment);
        synchronized (kept) {
            Kept known = kept.get(asked);
            if (known != null && known.stamps().equals(stamps)) {
                return known.results();
            }
        }
        ExperimentResults results = ExperimentResults.read(experiment, asked.choose(experiment));
        synchronized (kept) {
            Map<String, Set<String>> found = duplicates.get(asked.folder());
            if (found != null && results.duplicates().isEmpty()) {
                results = results.with(found.getOrDefault(results.split(), Set.of()));
            }
            kept.put(asked, new Kept(stamps, results));
            while (kept.size() > MOST_KEPT || (kept.size() > 1 && rowsBesidesLast() > MOST_ROWS)) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return results;
    }

    private long rowsBesidesLast() {
        return kept.values().stream()
                .limit(kept.size() - 1L)
                .mapToLong(each -> each.results().rows())
                .sum();
    }

    private static List<Stamp> stamps(Experiment experiment) {
        Path folder = experiment.folder();
        try {
            List<Stamp> stamps = new ArrayList<>();
            Stream<Path> files = Stream.concat(
                    Stream.of("experiment.json", "history.csv", SplitDuplicates.FILE)
                            .map(folder::resolve),
                    experiment.predictionFiles().stream());
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.exists(file)) {
                    stamps.add(new Stamp(file, Files.size(file), Files.getLastModifiedTime(file)));
                }
            }
            return stamps;
        } catch (IOException e) {
            throw Problem.input(Texts.of("results.experiments.error.unreadable", folder), e);
        }
    }
}
