package org.maferstudio.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.RunStatus;

/**
 * Reads the results of a series again and again: of its plan and of each run only what has changed since, by the times and
 * sizes of the files. A run that is recorded as running is always read, because the end of its process changes no file.
 */
public final class SeriesReader {
    private final Map<Path, Known<Series>> plans = new ConcurrentHashMap<>();
    private final Map<Path, Known<RunOutcome>> outcomes = new ConcurrentHashMap<>();

    /** What was read from files. */
    private record Known<T>(List<FileStamp> stamps, T value) {}

    /**
     * Opens an experiment as a series; empty if it is a single training. Forgets the series that was read before if this
     * is another.
     */
    public Optional<Series> open(Path folder) {
        Path file = folder.resolve(Series.PLAN);
        List<FileStamp> stamps = FileStamp.of(file).stream().toList();
        Known<Series> known = plans.get(folder);
        if (known != null && known.stamps().equals(stamps)) {
            return Optional.of(known.value());
        }
        Optional<Series> series = Series.of(Experiment.open(folder));
        if (known == null) {
            plans.clear();
            outcomes.clear();
        }
        series.ifPresent(read -> plans.put(folder, new Known<>(stamps, read)));
        return series;
    }

    /**
     * Reads the results of all runs on the validation split; on the test split if the finished ones were evaluated on
     * nothing else, as those that are included with the program.
     */
    public SeriesResults read(Series series) {
        List<RunOutcome> runs = runs(series, Sample.VALIDATION);
        boolean none = runs.stream().allMatch(run -> run.measures().isEmpty());
        if (none && runs.stream().anyMatch(RunOutcome::isFinished)) {
            List<RunOutcome> tested = runs(series, Sample.TEST);
            if (tested.stream().anyMatch(run -> !run.measures().isEmpty())) {
                return SeriesResults.of(series, Sample.TEST, tested);
            }
        }
        return SeriesResults.of(series, Sample.VALIDATION, runs);
    }

    private List<RunOutcome> runs(Series series, String split) {
        return series.runs().parallelStream()
                .map(run -> outcome(run, series.folder(run), split))
                .toList();
    }

    private RunOutcome outcome(SeriesRun run, Path folder, String split) {
        Path key = folder.resolve(split);
        List<FileStamp> stamps = new ArrayList<>(
                FileStamp.of(folder.resolve(Experiment.FACTS)).stream().toList());
        stamps.addAll(FileStamp.in(folder.resolve(Experiment.PREDICTIONS)));
        Known<RunOutcome> known = outcomes.get(key);
        if (known != null && known.stamps().equals(stamps)) {
            return known.value().of(run);
        }
        RunOutcome outcome = RunOutcome.of(run, folder, split);
        if (outcome.status().isActive() || outcome.status() == RunStatus.INTERRUPTED) {
            outcomes.remove(key);
        } else {
            outcomes.put(key, new Known<>(stamps, outcome));
        }
        return outcome;
    }
}
