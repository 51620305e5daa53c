package org.maferstudio.report.html;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.KeptPredictions;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ScoreIntervals;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;

/** The results of a report without images that also occur in another split, if duplicates were searched. */
final class ReportDuplicates {
    private ReportDuplicates() {}

    /** Whether duplicates were searched for every experiment. */
    static boolean areKnown(EvaluatedExperiments evaluated) {
        return evaluated.experiments().stream()
                .allMatch(experiment -> SplitDuplicates.read(experiment).isPresent());
    }

    /** The section of the page; empty if no duplicates are known. */
    static String section(KeptPredictions predictions) {
        EvaluatedExperiments evaluated = predictions.evaluated();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < evaluated.experiments().size(); i++) {
            Experiment experiment = evaluated.experiments().get(i);
            if (SplitDuplicates.read(experiment).isEmpty()) {
                continue;
            }
            for (Resolution resolution : EvaluatedExperiments.resolutions(experiment, evaluated.split())) {
                Predictions all = predictions.passing(i, resolution);
                String name = evaluated.names().get(i);
                SplitDuplicates.without(experiment, all).ifPresent(left -> rows.add(row(name, all, left)));
            }
        }
        List<String> header = List.of(
                "Experiment",
                "Resolution",
                "n (without)",
                "Accuracy in % (without)",
                "Accuracy in % (with)",
                "Mean class acc. in % (without)",
                "Mean class acc. in % (with)",
                "Macro F1 in % (without)");
        return rows.isEmpty()
                ? ""
                : "<h2>Results without duplicates</h2>\n" + HtmlPage.heading(evaluated.split())
                        + HtmlPage.note("Results without images that also occur in another split, identical or nearly "
                                + "identical, because the network may have been trained on them. Removing them can "
                                + "change the class balance, so compare the mean class accuracy as well.")
                        + HtmlPage.numbers(new Table(header, rows));
    }

    private static List<String> row(String name, Predictions all, Predictions left) {
        Scores scores = Scores.of(left);
        return List.of(
                name,
                all.resolution().title(),
                Numbers.count(scores.n()),
                Numbers.percent(scores.accuracy()) + " ("
                        + ScoreIntervals.of(left).accuracy().percent() + ")",
                Numbers.percent(Scores.of(all).accuracy()),
                Numbers.percent(scores.meanClassAccuracy()),
                Numbers.percent(Scores.of(all).meanClassAccuracy()),
                Numbers.percent(scores.macroF1()));
    }
}
