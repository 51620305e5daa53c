package org.maferstudio.training.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** Evaluates the networks of a series, each on its held-out fold, or all on another dataset. */
final class SeriesEvaluation {
    private final Series series;
    private final Progress progress;

    SeriesEvaluation(Series series, Progress progress) {
        this.series = series;
        this.progress = progress;
    }

    /**
     * Evaluates the networks.
     *
     * @throws Problem if not all have been trained, or one cannot be evaluated
     */
    Evaluation.Result run(Evaluation.Request request) {
        Experiment whole = series.experiment();
        if (series.isSweep()) {
            throw Problem.input(Texts.of("training.error.sweepEvaluation", whole, whole));
        }
        List<Experiment> members = series.finished();
        if (members.size() < series.runs().size()) {
            throw Problem.input(Texts.of(
                    "training.error.seriesUnfinished",
                    members.size(),
                    series.runs().size(),
                    whole,
                    whole));
        }
        List<Evaluation.Result> results = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        for (Experiment member : members) {
            Evaluation.Result result = new Evaluation(member, progress).run(request);
            notes.addAll(result.notes());
            if (!result.answers(request)) {
                notes.add(Texts.of("training.note.seriesStopped", member.id()));
                return new Evaluation.Result(
                        result.split(), List.of(), List.copyOf(notes), result.other(), Map.of(), Map.of());
            }
            results.add(result);
        }
        Evaluation.Result first = results.get(0);
        if (new EvaluationTarget(first.split(), first.other()).testsOwn(whole.manifest())) {
            whole.update(ExperimentManifest::withTestEvaluation);
        }
        if (first.other().isEmpty()) {
            SeriesSummary.of(series).write(series);
        }
        Map<Resolution, SeriesSummary.Reached> reached = new LinkedHashMap<>();
        List<Predictions> together = new ArrayList<>();
        for (int i = 0; i < request.resolutions().size(); i++) {
            int resolution = i;
            List<Predictions> all = results.stream()
                    .map(result -> result.predictions().get(resolution))
                    .toList();
            SeriesSummary.Reached each = SeriesSummary.reached(all);
            reached.put(request.resolutions().get(i), each);
            together.add(each.together().orElseGet(() -> combined(members, all)));
        }
        Map<Degradation, Predictions> degraded = new LinkedHashMap<>();
        for (Degradation degradation : request.degradations()) {
            List<Predictions> all = results.stream()
                    .map(result -> result.degraded().get(degradation))
                    .toList();
            degraded.put(degradation, SeriesSummary.reached(all).together().orElseGet(() -> combined(members, all)));
        }
        return new Evaluation.Result(first.split(), together, List.copyOf(notes), first.other(), reached, degraded);
    }

    /**
     * Combines predictions of several networks for the same images: those of an image without a group form one group.
     */
    private static Predictions combined(List<Experiment> members, List<Predictions> all) {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (Prediction row : all.get(i).rows()) {
                rows.add(new Prediction(
                        members.get(i).id() + "/" + row.sample(),
                        row.group().isEmpty() ? row.sample() : row.group(),
                        row.label(),
                        row.predicted(),
                        row.probabilities()));
            }
        }
        return new Predictions(
                all.get(0).labels(), all.get(0).split(), all.get(0).resolution(), rows);
    }
}
