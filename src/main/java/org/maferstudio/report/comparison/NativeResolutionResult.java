package org.maferstudio.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.maferstudio.datasets.Fold;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.results.Dependence;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PublishedResult;
import org.maferstudio.results.ScoreBootstrap;
import org.maferstudio.results.ScoreIntervals;
import org.maferstudio.results.Scores;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * The result of an experiment at native resolution.
 *
 * @param split test, otherwise validation
 * @param predictions of all trainings; several predictions for one image share its name as their group
 * @param reached by the trainings of a series
 */
record NativeResolutionResult(
        Experiment experiment,
        Optional<Series> series,
        String split,
        Predictions predictions,
        Optional<SeriesSummary.Reached> reached) {
    private static final int DRAWS = 2000;
    private static final long SEED = 17;

    /**
     * Reads the result of an experiment, or of all trainings of a series.
     *
     * @throws Problem if it has no predictions
     */
    static NativeResolutionResult of(Experiment experiment) {
        Optional<Series> series = Series.of(experiment);
        if (series.isEmpty()) {
            String split = EvaluatedExperiments.of(List.of(experiment), Optional.empty())
                    .split();
            Predictions predictions = experiment.predictions(split, Resolution.NATIVE);
            return new NativeResolutionResult(experiment, series, split, predictions, Optional.empty());
        }
        SeriesSummary summary = SeriesSummary.of(series.get());
        for (String split : EvaluatedExperiments.PREFERRED_SPLITS) {
            Optional<SeriesSummary.Reached> reached = summary.on(split, Resolution.NATIVE);
            if (reached.isPresent()) {
                Predictions all = reached.get().together().orElseGet(() -> beside(series.get(), split));
                return new NativeResolutionResult(experiment, series, split, all, reached);
            }
        }
        throw Problem.input(Texts.of(
                "report.paper.error.noCommonPredictions",
                experiment,
                experiment.advice("mafer evaluate " + experiment)));
    }

    private static Predictions beside(Series series, String split) {
        List<Prediction> rows = new ArrayList<>();
        Predictions last = null;
        for (Experiment member : series.finished()) {
            last = member.predictions(split, Resolution.NATIVE);
            for (Prediction row : last.rows()) {
                rows.add(new Prediction(
                        member.id() + "/" + row.sample(),
                        row.group().isEmpty() ? row.sample() : row.group(),
                        row.label(),
                        row.predicted(),
                        row.probabilities()));
            }
        }
        return new Predictions(last.labels(), split, Resolution.NATIVE, rows);
    }

    /** Returns the value of one measure. */
    PaperComparison beside(
            ExperimentManifest manifest, PublishedResult.Measure measure, List<PublishedResult> published) {
        Optional<Spread> spread = reached.map(
                each -> measure == PublishedResult.Measure.ACCURACY ? each.accuracy() : each.meanClassAccuracy());
        Scores scores = Scores.of(predictions);
        ScoreBootstrap bootstrap = ScoreBootstrap.of(predictions, DRAWS, SEED);
        Interval interval = measure == PublishedResult.Measure.MEAN_CLASS_ACCURACY
                ? bootstrap.meanClassAccuracy()
                : ScoreIntervals.of(predictions).accuracy();
        boolean once = reached.isEmpty() || reached.get().together().isPresent();
        // Several seeds have seen the same images.
        int times = once ? 1 : Math.max(1, series.orElseThrow().plan().seeds().size());
        // Several predictions for one image are resampled together, but this does not make the image a group.
        boolean known = once || manifest.dataset().grouping() != Grouping.NONE;
        Dependence dependence = bootstrap.byGroup() && known ? Dependence.GROUPED : Dependence.INDEPENDENT;
        return new PaperComparison(
                manifest.recipe().name(),
                manifest.dataset().name(),
                measure,
                scores.n() / times,
                spread.map(Spread::mean).orElse(measure.of(scores)),
                spread.isPresent() && spread.get().n() > 1
                        ? OptionalDouble.of(spread.get().standardDeviation())
                        : OptionalDouble.empty(),
                interval,
                protocol(manifest, dependence),
                cautions(manifest),
                published,
                manifest.recipe().network().baseModel().published(),
                measure == PublishedResult.Measure.ACCURACY
                        ? PaperClass.of(manifest.dataset().name(), predictions)
                        : List.of());
    }

    private EvaluationProtocol protocol(ExperimentManifest manifest, Dependence dependence) {
        String text = sentence(manifest, dependence == Dependence.GROUPED);
        return new EvaluationProtocol(kind(manifest), split, foldGrouping(manifest), dependence, text);
    }

    private EvaluationProtocol.Origin kind(ExperimentManifest manifest) {
        if (manifest.state().status() == RunStatus.IMPORTED) {
            return EvaluationProtocol.Origin.IMPORT;
        }
        if (tested(series.map(s -> s.finished().get(0).manifest()).orElse(manifest))) {
            return EvaluationProtocol.Origin.CHECKPOINT;
        }
        return series.isPresent() ? EvaluationProtocol.Origin.SERIES : EvaluationProtocol.Origin.TRAINING;
    }

    private String sentence(ExperimentManifest manifest, boolean byGroup) {
        List<String> parts = new ArrayList<>();
        if (series.isPresent()) {
            parts.add(series.get().plan().title());
            foldGrouping(manifest).ifPresent(by -> parts.add(Texts.of("report.protocol.foldsBy", by)));
            if (tested(series.get().finished().get(0).manifest())) {
                parts.add(Texts.of("report.protocol.externalCheckpoints"));
            }
        } else {
            parts.add(origin(manifest));
            foldGrouping(manifest).ifPresent(by -> parts.add(Texts.of("report.protocol.oneFold", by)));
        }
        parts.add(Texts.of("report.protocol.split", split));
        parts.add(
                split.equals("test")
                        ? Texts.of("report.protocol.testEvaluations", manifest.testEvaluations())
                        : Texts.of("report.protocol.selection"));
        parts.add(
                byGroup
                        ? Texts.of("report.protocol.interval.grouped")
                        : Texts.of("report.protocol.interval.independent"));
        return String.join(", ", parts);
    }

    private static String origin(ExperimentManifest manifest) {
        if (manifest.state().status() == RunStatus.IMPORTED) {
            return manifest.imported().isPresent()
                    ? Texts.of("report.protocol.importedNetwork")
                    : Texts.of("report.protocol.imported");
        }
        return tested(manifest)
                ? Texts.of("report.protocol.externalCheckpoint")
                : Texts.of(
                        "report.protocol.oneTraining",
                        manifest.recipe().course().seed());
    }

    /** Whether the network was only evaluated here: its training ended without a step. */
    private static boolean tested(ExperimentManifest manifest) {
        return manifest.state().status() == RunStatus.FINISHED
                && manifest.state().step() == 0;
    }

    /** What was kept together in folds, such as {@code subject}, or {@code image}; empty without folds. */
    private Optional<String> foldGrouping(ExperimentManifest manifest) {
        Optional<Fold.By> by = series.map(Series::plan)
                .filter(plan -> plan.folds() > 0)
                .map(SeriesPlan::by)
                .or(() -> manifest.recipe().dataset().fold().map(Fold::by));
        return by.map(asked -> asked.together(manifest.dataset().grouping()))
                .map(together -> together == Grouping.NONE ? Fold.By.IMAGE.id() : together.id());
    }

    private List<PaperCaution> cautions(ExperimentManifest manifest) {
        List<PaperCaution> cautions = new ArrayList<>();
        if (!split.equals("test")) {
            cautions.add(PaperCaution.NOT_THE_TEST_SPLIT);
        }
        boolean oulu = manifest.dataset().name().equals("Oulu-CASIA");
        String by = foldGrouping(manifest).orElse("");
        if (oulu && !by.equals("image")) {
            cautions.add(PaperCaution.ONLY_THE_PAPERS_FOLDS_LEAK);
        } else if (oulu) {
            cautions.add(PaperCaution.BOTH_FOLDS_LEAK);
        }
        return cautions;
    }
}
