package org.maferstudio.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Facts;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PublishedResult;
import org.maferstudio.results.ScoreBootstrap;
import org.maferstudio.results.Scores;
import org.maferstudio.results.Spread;
import org.maferstudio.results.Wilson;

/**
 * One measure of an experiment beside the paper's, at native resolution.
 *
 * @param name of the experiment
 * @param dataset its name
 * @param measure what is compared
 * @param n pictures asked about
 * @param value ours, 0 to 1; of a series the mean
 * @param deviation the standard deviation of a series' trainings; empty for a single training
 * @param interval the 95 % interval of ours
 * @param protocol how ours came about
 * @param cautions why the two may not be comparable; may be empty
 * @param published the paper's, model after model
 * @param model which of them ours repeats; empty where nobody has said so
 * @param classes the accuracy of each class beside the paper's; empty where the paper has none, and for other measures
 */
public record PaperComparison(
        String name,
        String dataset,
        PublishedResult.Measure measure,
        long n,
        double value,
        OptionalDouble deviation,
        Interval interval,
        String protocol,
        List<String> cautions,
        List<PublishedResult> published,
        Optional<String> model,
        List<PaperClass> classes) {
    private static final Pattern FOLD = Pattern.compile("Fold \\d+ of \\d+ by (\\w+),.*");
    private static final int DRAWS = 2000;
    private static final long SEED = 17;

    /**
     * Lays an experiment beside the paper, measure by measure.
     *
     * @throws Problem if the paper has no numbers on its dataset, or it has no predictions
     */
    public static List<PaperComparison> of(Experiment experiment) {
        Facts facts = experiment.facts();
        String dataset = facts.dataset().name();
        List<PublishedResult> published = PublishedResult.on(dataset);
        if (published.isEmpty()) {
            throw Problem.input("The paper has no numbers on "
                    + (dataset.isEmpty() ? "a dataset that nobody has named" : dataset) + ", so " + experiment.id()
                    + " cannot be laid beside it. It has FER2013, RAF-DB and Oulu-CASIA"
                    + (dataset.isEmpty() ? "; imports take the name with --dataset-name." : "."));
        }
        Ours ours = Ours.of(experiment);
        List<PaperComparison> comparisons = new ArrayList<>();
        for (PublishedResult.Measure measure : PublishedResult.Measure.values()) {
            List<PublishedResult> same =
                    published.stream().filter(p -> p.measure() == measure).toList();
            if (!same.isEmpty()) {
                comparisons.add(ours.beside(facts, measure, same));
            }
        }
        return comparisons;
    }

    /** Ours minus a published number, -1 to 1. */
    public double difference(PublishedResult result) {
        return value - result.value();
    }

    /** The 95 % interval of that difference, the published number taken as exact: the paper gives no interval. */
    public Interval differenceInterval(PublishedResult result) {
        return new Interval(interval.low() - result.value(), interval.high() - result.value());
    }

    /** Whether ours begins with the model of a published number, as its recipe says. */
    public boolean repeats(PublishedResult result) {
        return model.filter(result.model()::equals).isPresent();
    }

    /** All of it in lines: ours, each of theirs, both protocols, cautions. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(name + " on " + dataset + ": " + measure.title() + " " + percent(value) + " %"
                + (deviation.isPresent() ? " (mean; standard deviation " + percent(deviation.getAsDouble()) + ")" : "")
                + ", 95 % " + percent(interval.low()) + " to " + percent(interval.high()) + ", n " + Numbers.count(n));
        for (PublishedResult result : published) {
            Interval between = differenceInterval(result);
            String plusMinus = result.deviation().isPresent()
                    ? " \u00b1 " + percent(result.deviation().getAsDouble())
                    : "";
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-14s %s%s: ours is %+.2f points away (95 %% %+.2f to %+.2f)%s",
                    result.model(),
                    percent(result.value()),
                    plusMinus,
                    100 * difference(result),
                    100 * between.low(),
                    100 * between.high(),
                    repeats(result) ? "; this is the model that ours begins with" : ""));
        }
        lines.addAll(classLines());
        lines.add("  ours: " + protocol);
        lines.add("  the paper: " + PublishedResult.protocol(dataset));
        cautions.forEach(caution -> lines.add("  Caution: " + caution));
        return lines;
    }

    private List<String> classLines() {
        List<String> lines = new ArrayList<>();
        if (!classes.isEmpty()) {
            String models = published.stream().map(PublishedResult::model).collect(Collectors.joining(", "));
            lines.add("  by class, ours (95 % by picture) and " + models + ":");
        }
        for (PaperClass each : classes) {
            String theirs = each.published().stream()
                    .map(share -> String.format(Locale.ROOT, "%5.1f", 100 * share))
                    .collect(Collectors.joining("  "));
            lines.add(String.format(
                    Locale.ROOT,
                    "    %-10s %5.1f (%.1f to %.1f, n %s)  %s",
                    each.name(),
                    100 * each.value(),
                    100 * each.interval().low(),
                    100 * each.interval().high(),
                    Numbers.count(each.n()),
                    theirs));
        }
        return lines;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    /**
     * What an experiment says at native resolution.
     *
     * @param split test, else validation
     * @param predictions of all trainings; several answers about one picture share its name as their group
     * @param reached of a series
     */
    private record Ours(
            Experiment experiment,
            Optional<Series> series,
            String split,
            Predictions predictions,
            Optional<SeriesSummary.Reached> reached) {
        static Ours of(Experiment experiment) {
            Optional<Series> series = Series.of(experiment);
            if (series.isEmpty()) {
                String split =
                        Evaluated.of(List.of(experiment), Optional.empty()).split();
                Predictions predictions = experiment.predictions(split, Predictions.NATIVE);
                return new Ours(experiment, series, split, predictions, Optional.empty());
            }
            SeriesSummary summary = SeriesSummary.of(series.get());
            for (String split : Evaluated.PREFERRED_SPLITS) {
                Optional<SeriesSummary.Reached> reached = summary.on(split, Predictions.NATIVE);
                if (reached.isPresent()) {
                    Predictions all = reached.get().together().orElseGet(() -> beside(series.get(), split));
                    return new Ours(experiment, series, split, all, reached);
                }
            }
            throw Problem.input("The trainings of " + experiment + " have no predictions in common. Make them: mafer"
                    + " evaluate " + experiment + ".");
        }

        private static Predictions beside(Series series, String split) {
            List<Prediction> rows = new ArrayList<>();
            Predictions last = null;
            for (Experiment member : series.finished()) {
                last = member.predictions(split, Predictions.NATIVE);
                for (Prediction row : last.rows()) {
                    rows.add(new Prediction(
                            member.id() + "/" + row.sample(),
                            row.group().isEmpty() ? row.sample() : row.group(),
                            row.label(),
                            row.predicted(),
                            row.probabilities()));
                }
            }
            return new Predictions(last.labels(), split, Predictions.NATIVE, rows);
        }

        PaperComparison beside(Facts facts, PublishedResult.Measure measure, List<PublishedResult> published) {
            Optional<Spread> spread = reached.map(
                    each -> measure == PublishedResult.Measure.ACCURACY ? each.accuracy() : each.meanClassAccuracy());
            Scores scores = Scores.of(predictions);
            ScoreBootstrap bootstrap = ScoreBootstrap.of(predictions, DRAWS, SEED);
            Interval interval = measure == PublishedResult.Measure.MEAN_CLASS_ACCURACY
                    ? bootstrap.meanClassAccuracy()
                    : bootstrap.byGroup() ? bootstrap.accuracy() : Wilson.interval(scores.correct(), scores.n());
            boolean once = reached.isEmpty() || reached.get().together().isPresent();
            // Several seeds have seen the same pictures.
            int times =
                    once ? 1 : Math.max(1, series.orElseThrow().plan().seeds().size());
            return new PaperComparison(
                    facts.recipe().name(),
                    facts.dataset().name(),
                    measure,
                    scores.n() / times,
                    spread.map(Spread::mean).orElse(measure.of(scores)),
                    spread.isPresent() && spread.get().n() > 1
                            ? OptionalDouble.of(spread.get().standardDeviation())
                            : OptionalDouble.empty(),
                    interval,
                    protocol(facts, bootstrap.byGroup()),
                    cautions(facts),
                    published,
                    facts.recipe().network().baseModel().published(),
                    measure == PublishedResult.Measure.ACCURACY
                            ? PaperClass.of(
                                    facts.dataset().name(), predictions.labels().names(), scores)
                            : List.of());
        }

        private String protocol(Facts facts, boolean byGroup) {
            String trainings = series.map(s -> s.plan().title()
                            + parted(facts).map(by -> " by " + by).orElse("")
                            + (tested(s.finished().get(0).facts()) ? ", checkpoints that were trained elsewhere" : ""))
                    .orElse(origin(facts)
                            + parted(facts).map(by -> ", one fold by " + by).orElse(""));
            return trainings + ", " + split + " split at native resolution, looked at "
                    + (split.equals("test") ? looks(facts.testLooks()) : "to choose the network")
                    + (byGroup ? "; the interval draws whole groups" : "");
        }

        private static String origin(Facts facts) {
            if (facts.state().status() == Facts.Status.IMPORTED) {
                return "predictions of another program";
            }
            return tested(facts)
                    ? "one checkpoint that was trained elsewhere"
                    : "one training, seed " + facts.recipe().course().seed();
        }

        /** Whether a network was only asked here: it ended without a step. */
        private static boolean tested(Facts facts) {
            return facts.state().status() == Facts.Status.FINISHED
                    && facts.state().step() == 0;
        }

        private static String looks(int times) {
            return times == 1 ? "once" : times + " times";
        }

        private static Optional<String> parted(Facts facts) {
            return facts.dataset().notes().stream()
                    .map(FOLD::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .findFirst();
        }

        private List<String> cautions(Facts facts) {
            List<String> cautions = new ArrayList<>();
            if (!split.equals("test")) {
                cautions.add("ours is of the " + split + " split, on which the network was chosen; the paper's is of a"
                        + " test. Evaluate the test split before comparing.");
            }
            boolean oulu = facts.dataset().name().equals("Oulu-CASIA");
            String by = parted(facts).orElse("");
            if (oulu && !by.equals("image")) {
                cautions.add("the paper's folds leak persons and ours do not, so the two are not comparable;"
                        + " --folds-by image repeats the paper's protocol.");
            } else if (oulu) {
                cautions.add("these folds leak persons, as the paper's do; neither says how a network does on people it"
                        + " has not seen.");
            }
            return cautions;
        }
    }
}
