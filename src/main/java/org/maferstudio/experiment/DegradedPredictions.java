package org.maferstudio.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.results.RobustnessSweep;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Predictions of an experiment's network for degraded images: {@code degraded/<split>@<kind>-<strength>.csv}, in the
 * folder of the predictions for unchanged images.
 */
public final class DegradedPredictions {
    /** The folder beside the predictions for unchanged images. */
    static final String FOLDER = "degraded";

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]{1,64})@([a-z]{1,20}-[0-9.]{1,8})\\.csv");

    private final Experiment experiment;
    private final Path unchanged;

    /**
     * Those on a dataset.
     *
     * @param other the dataset's name; empty for the experiment's own
     */
    public DegradedPredictions(Experiment experiment, Optional<String> other) {
        this.experiment = experiment;
        Path own = experiment.folder().resolve(Experiment.PREDICTIONS);
        unchanged =
                other.map(name -> own.resolve("on-" + Workspace.fileName(name))).orElse(own);
    }

    /** Saves the predictions for degraded images; an existing file is replaced. */
    public void write(Degradation degradation, Predictions predictions) {
        experiment.checkWritable();
        PredictionsFile.writeTo(
                unchanged.resolve(FOLDER).resolve(predictions.split() + "@" + degradation.id() + ".csv"), predictions);
    }

    /** The degradations for which there are predictions on a split, in order. */
    public Map<Degradation, Path> files(String split) {
        Map<Degradation, Path> files = new TreeMap<>();
        for (Path file : ExperimentFolders.files(
                unchanged.resolve(FOLDER), name -> degradation(name, split).isPresent())) {
            degradation(file.getFileName().toString(), split).ifPresent(found -> files.put(found, file));
        }
        return files;
    }

    private static Optional<Degradation> degradation(String name, String split) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && matcher.group(1).equals(split)
                ? Degradation.read(matcher.group(2))
                : Optional.empty();
    }

    /**
     * The predictions on a split for unchanged images and for those degraded by one kind, by degradation; that of
     * unchanged images is empty. There are none at all if no image was degraded by this kind.
     *
     * @throws Problem if a file is damaged
     */
    public Map<Optional<Degradation>, Predictions> read(String split, DegradationKind kind) {
        Map<Optional<Degradation>, Predictions> all = new HashMap<>();
        files(split).forEach((degradation, file) -> {
            if (degradation.kind() == kind) {
                all.put(Optional.of(degradation), read(file, split));
            }
        });
        Path file = unchanged.resolve(PredictionsFile.name(split, Resolution.NATIVE));
        if (!all.isEmpty() && Files.isRegularFile(file)) {
            all.put(Optional.empty(), read(file, split));
        }
        return all;
    }

    /**
     * The predictions on a split for images that are degraded in one way; empty if there are none.
     *
     * @throws Problem if the file is damaged
     */
    public Optional<Predictions> read(String split, Degradation degradation) {
        return Optional.ofNullable(files(split).get(degradation)).map(file -> read(file, split));
    }

    private Predictions read(Path file, String split) {
        return PredictionsFile.readAs(file, split, Resolution.NATIVE, this::classes);
    }

    private Optional<LabelSet> classes() {
        return Optional.of(experiment.manifest().labels())
                .filter(names -> !names.isEmpty())
                .map(LabelSet::new);
    }

    /**
     * The sweep of predictions that {@link #read} gave.
     *
     * @throws Problem if there are none, or they do not fit together
     */
    public RobustnessSweep sweep(String split, DegradationKind kind, Map<Optional<Degradation>, Predictions> read) {
        if (read.isEmpty()) {
            throw Problem.input(Texts.of(
                    "experiment.degraded.error.none",
                    experiment,
                    split,
                    kind.id(),
                    experiment.advice(
                            "mafer evaluate " + experiment + " --split " + split + " --degrade " + kind.id())));
        }
        try {
            return RobustnessSweep.of(kind, read);
        } catch (IllegalArgumentException e) {
            throw Problem.input(Texts.of("experiment.evaluated.error.differentClasses", experiment, split), e);
        }
    }
}
