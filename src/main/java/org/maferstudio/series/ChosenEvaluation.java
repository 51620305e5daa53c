package org.maferstudio.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Evaluates the setting that the validation split has chosen on the test split. Networks that were evaluated before are not
 * evaluated again, and the series counts how often a setting was.
 */
public final class ChosenEvaluation {
    private static final SeriesJson FILE = new SeriesJson("chosen.json");

    private final Series series;
    private final DeviceConfig device;
    private final Progress progress;
    private final Consumer<String> notes;

    /**
     * Creates an evaluation.
     *
     * @param notes receives remarks, such as samples of unknown classes
     */
    public ChosenEvaluation(Series series, DeviceConfig device, Progress progress, Consumer<String> notes) {
        this.series = series;
        this.device = device;
        this.progress = progress;
        this.notes = notes;
    }

    /**
     * The outcome: {@code chosen.json}.
     *
     * @param varied the chosen setting
     * @param measure by which it was chosen on the validation split
     * @param evaluations number of settings of this series that were evaluated on test so far
     * @param test the values of each measure on test, one per run
     */
    public record Outcome(Map<String, String> varied, String measure, int evaluations, Map<String, List<Double>> test) {
        /**
         * Reads the latest outcome of a series; empty if test was never evaluated.
         *
         * @throws Problem if the file is damaged
         */
        public static Optional<Outcome> of(Series series) {
            return FILE.read(series, Outcome.class);
        }

        /** Mean, standard deviation and interval of a measure; empty if it was not evaluated. */
        public Optional<Spread> spread(String name) {
            return Optional.ofNullable(test.get(name)).map(Spread::new);
        }

        /** The outcome as an object for JSON. */
        Map<String, Object> description() {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("varied", SeriesDescription.typed(varied));
            object.put("selected_by", measure);
            object.put("test_evaluations", evaluations);
            Map<String, Object> measures = new LinkedHashMap<>();
            test.forEach((name, values) -> measures.put(name, SeriesDescription.of(new Spread(values))));
            object.put("measures", measures);
            return object;
        }
    }

    /**
     * Evaluates the best setting at native resolution and those of its recipe.
     *
     * @param measure on the validation split, see {@link RunOutcome#measures}
     * @return the outcome; empty if a stop was requested
     * @throws Problem if runs are still to be trained, so that another setting could become the best one, or the dataset
     *     has no test split
     */
    public Optional<Outcome> run(String measure) {
        SeriesResults results = SeriesResults.read(series);
        if (!results.isDecided()) {
            long finished =
                    results.runs().stream().filter(RunOutcome::isFinished).count();
            throw Problem.input(Texts.of(
                    "series.chosen.error.unfinished", finished, results.runs().size(), series.experiment()));
        }
        if (!results.split().equals(Sample.VALIDATION)) {
            throw Problem.input(Texts.of("series.chosen.error.split", series.experiment()));
        }
        SettingResult best = results.best(measure)
                .orElseThrow(() -> Problem.input(Texts.of("series.chosen.error.measure", measure)));
        boolean looked = false;
        for (RunOutcome run : best.runs()) {
            Experiment member = Experiment.open(run.folder());
            List<Resolution> missing = MissingPredictions.of(member, Sample.TEST, wanted(member));
            looked |= !missing.isEmpty();
            if (!new MissingPredictions(device, progress, notes).evaluate(member, Sample.TEST, missing)) {
                return Optional.empty();
            }
        }
        if (looked) {
            series.experiment().update(ExperimentManifest::withTestEvaluation);
        }
        Outcome outcome = new Outcome(
                new LinkedHashMap<>(best.varied()),
                measure,
                series.experiment().manifest().testEvaluations(),
                values(best));
        FILE.write(series, outcome);
        return Optional.of(outcome);
    }

    private static List<Resolution> wanted(Experiment member) {
        List<Resolution> wanted = new ArrayList<>(List.of(Resolution.NATIVE));
        member.manifest().recipe().resolutions().forEach(pixels -> wanted.add(Resolution.of(pixels)));
        return wanted;
    }

    private static Map<String, List<Double>> values(SettingResult best) {
        Map<String, List<Double>> values = new TreeMap<>();
        best.runs().forEach(run -> RunOutcome.measures(Experiment.open(run.folder()), Sample.TEST)
                .forEach((name, value) ->
                        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value)));
        return values;
    }
}
