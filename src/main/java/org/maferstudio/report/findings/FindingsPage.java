package org.maferstudio.report.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.job.CountText;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.TeacherConfig;
import org.maferstudio.report.tables.Table;
import org.maferstudio.report.tables.TableText;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.texts.Numbers;

/** Writes {@link Findings} as a page of Markdown. */
public final class FindingsPage {
    private static final int SECONDS_PER_HOUR = 3600;

    private final Findings findings;

    private FindingsPage(Findings findings) {
        this.findings = findings;
    }

    /**
     * The page.
     *
     * @param title its heading
     * @param figure the name of the file with the {@link Findings#figure() figure}
     * @param command that makes this page
     */
    public static String text(Findings findings, String title, String figure, String command) {
        FindingsPage page = new FindingsPage(findings);
        List<String> parts = new ArrayList<>();
        parts.add("# " + title + "\n");
        parts.add(page.introduction() + "\n\n```\n" + command + "\n```\n");
        parts.add("## In short\n\n" + page.summary());
        parts.add("## What is compared\n\n" + page.settings()
                + (findings.areDuplicatesLeftOut()
                        ? "\nAll were trained without images that also occur, exactly or nearly, in another split.\n"
                        : ""));
        parts.add("## Accuracy by resolution\n\n![Accuracy by resolution](" + figure + ")\n\n"
                + "Accuracy in %, as mean and standard deviation over the runs.\n\n"
                + page.values(findings.accuracy().values(), Numbers::percent));
        parts.add(page.differences(
                "## Difference from " + page.first(), findings.accuracy().values()));
        if (!findings.withoutDuplicates().isEmpty()) {
            parts.add("## Without duplicates\n\nAccuracy in % without images that also occur, exactly or nearly, in "
                    + "another split.\n\n" + page.values(findings.withoutDuplicates(), Numbers::percent));
            parts.add(page.differences("", findings.withoutDuplicates()));
        }
        if (!findings.degraded().isEmpty()) {
            parts.add("## Degraded images\n\n" + page.byCondition(findings.degraded()));
        }
        if (!findings.elsewhere().isEmpty()) {
            parts.add("## Other datasets\n\nTrained as above and tested on another dataset.\n\n"
                    + page.byCondition(findings.elsewhere()));
        }
        if (page.isCalibrationKnown()) {
            parts.add("## Calibration\n\nExpected calibration error (15 bins).\n\n"
                    + page.values(findings.calibration(), value -> Numbers.fixed(value, 3)));
        }
        parts.add("## What this does not show\n\n" + list(page.limits()));
        return String.join("\n", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private String first() {
        return findings.settings().get(0).name();
    }

    private String introduction() {
        return CountText.of(findings.images(), "image") + " of the split " + findings.split() + ", "
                + CountText.of(findings.labels().size(), "class", "classes") + ". Differences are from " + first()
                + ". "
                + "Intervals are of 95 %: over pairs of runs by Student's t where both settings have two runs or more, "
                + "otherwise over the images of one run each by a paired bootstrap. This page was made by";
    }

    /** The difference of each setting at native resolution, and where it is largest. */
    private String summary() {
        List<String> lines = new ArrayList<>();
        List<Row> rows = List.copyOf(findings.accuracy().values());
        for (int i = 1; i < findings.settings().size(); i++) {
            int setting = i;
            List<Row> told = rows.stream()
                    .filter(row -> difference(row, setting).isPresent())
                    .toList();
            if (told.isEmpty()) {
                continue;
            }
            Row start = told.get(0);
            Row largest = told.stream()
                    .max(Comparator.comparingDouble(row ->
                            Math.abs(difference(row, setting).orElseThrow().mean())))
                    .orElseThrow();
            String line = "**" + findings.settings().get(i).name() + "**: " + sentence(start, setting);
            lines.add(largest.equals(start) ? line + "." : line + "; " + sentence(largest, setting) + ".");
        }
        return list(lines);
    }

    private static String sentence(Row row, int setting) {
        Row.Difference difference = difference(row, setting).orElseThrow();
        String place = row.condition().equals(Resolution.NATIVE.title()) ? "native resolution" : row.condition();
        return "at " + place + " " + points(difference) + " points"
                + (difference.isTold() ? "" : ", which cannot be told from chance");
    }

    private static Optional<Row.Difference> difference(Row row, int setting) {
        return row.cells().get(setting).flatMap(Row.Cell::difference);
    }

    private static String points(Row.Difference difference) {
        return Numbers.signed(100 * difference.mean(), 1) + " ("
                + Numbers.signed(100 * difference.interval().low(), 1) + " to "
                + Numbers.signed(100 * difference.interval().high(), 1) + ")";
    }

    private String settings() {
        List<List<String>> rows = new ArrayList<>();
        for (Setting setting : findings.settings()) {
            List<ExperimentManifest> trained = setting.trained();
            rows.add(List.of(
                    setting.name(),
                    trained.size() < setting.runs().size()
                            ? String.valueOf(setting.runs().size())
                            : setting.runs().size() + " (seed "
                                    + joined(
                                            trained,
                                            each -> String.valueOf(
                                                    each.recipe().course().seed()))
                                    + ")",
                    joined(trained, each -> Numbers.count(each.recipe().course().epochs())),
                    joined(setting.runs(), run -> lastRow(run)
                            .map(row -> Numbers.count(row.images()))
                            .orElse(Numbers.NONE)),
                    joined(setting.runs(), run -> lastRow(run)
                            .map(row -> Numbers.fixed(row.seconds() / SECONDS_PER_HOUR, 1))
                            .orElse(Numbers.NONE)),
                    joined(trained, each -> schedule(each.recipe().schedule())),
                    joined(trained, each -> teacher(each.recipe())),
                    joined(trained, each -> each.recipe().network().base().isEmpty() ? "no" : "yes")));
        }
        return TableText.markdown(new Table(
                List.of(
                        "setting",
                        "runs",
                        "epochs",
                        "images trained on",
                        "hours",
                        "downsampled",
                        "teacher",
                        "starts from weights"),
                rows));
    }

    private static Optional<HistoryRow> lastRow(Experiment run) {
        List<HistoryRow> rows = run.history().rows();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
    }

    private static String schedule(ResolutionSchedule schedule) {
        return schedule.howOften() instanceof DownsamplingProbability.Never
                ? "never"
                : schedule.howOften().text() + " to " + schedule.which().text();
    }

    private static String teacher(Recipe recipe) {
        TeacherConfig teacher = recipe.objective().teacher();
        return teacher.who() == TeacherConfig.Who.NONE
                ? "no"
                : "lambda " + Numbers.fixed(teacher.lambda(), 1) + ", distillation "
                        + Numbers.fixed(teacher.distillation(), 1);
    }

    /** What all have in common, or each of it. */
    private static <T> String joined(List<T> runs, Function<T, String> text) {
        Set<String> all = runs.stream().map(text).collect(Collectors.toCollection(TreeSet::new));
        return all.isEmpty() ? Numbers.NONE : String.join(", ", all);
    }

    private String values(Collection<Row> rows, Function<Double, String> text) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < findings.settings().size(); i++) {
            int setting = i;
            List<String> line =
                    new ArrayList<>(List.of(findings.settings().get(i).name()));
            rows.forEach(row -> line.add(cell(row, setting, text)));
            lines.add(line);
        }
        return TableText.markdown(new Table(header(rows), lines));
    }

    /** One line per condition, with the settings that were evaluated under any of them. */
    private String byCondition(List<Row> rows) {
        List<Integer> known = IntStream.range(0, findings.settings().size())
                .filter(i -> rows.stream().anyMatch(row -> row.cells().get(i).isPresent()))
                .boxed()
                .toList();
        List<String> header = new ArrayList<>(List.of("images"));
        for (int setting : known) {
            header.add(findings.settings().get(setting).name());
            if (setting > 0) {
                header.add("difference");
            }
        }
        List<List<String>> lines = new ArrayList<>();
        for (Row row : rows) {
            List<String> line = new ArrayList<>(List.of(row.condition()));
            for (int setting : known) {
                line.add(cell(row, setting, Numbers::percent));
                if (setting > 0) {
                    line.add(difference(row, setting).map(FindingsPage::points).orElse(Numbers.NONE));
                }
            }
            lines.add(line);
        }
        return "Accuracy in %, and how many points more than " + first() + ", with 95 % intervals.\n\n"
                + TableText.markdown(new Table(header, lines));
    }

    private String cell(Row row, int setting, Function<Double, String> text) {
        return row.cells()
                .get(setting)
                .map(cell -> value(cell.value(), text)
                        + runs(cell.value(), findings.settings().get(setting)))
                .orElse(Numbers.NONE);
    }

    private boolean isCalibrationKnown() {
        return findings.calibration().stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(Optional::stream)
                .anyMatch(cell -> !Double.isNaN(cell.value().mean()));
    }

    /** How many runs a value is from, where it is not from all. */
    private static String runs(Spread spread, Setting setting) {
        return spread.n() == setting.runs().size() ? "" : " (" + CountText.of(spread.n(), "run") + ")";
    }

    private static String value(Spread spread, Function<Double, String> text) {
        if (Double.isNaN(spread.mean())) {
            return Numbers.NONE;
        }
        return spread.n() == 1
                ? text.apply(spread.mean())
                : text.apply(spread.mean()) + " ± " + text.apply(spread.standardDeviation());
    }

    /** Points of each later setting above the first; empty if nothing is compared. */
    private String differences(String heading, Collection<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 1; i < findings.settings().size(); i++) {
            int setting = i;
            if (rows.stream().noneMatch(row -> difference(row, setting).isPresent())) {
                continue;
            }
            List<String> line =
                    new ArrayList<>(List.of(findings.settings().get(i).name()));
            rows.forEach(row ->
                    line.add(difference(row, setting).map(FindingsPage::points).orElse(Numbers.NONE)));
            lines.add(line);
        }
        return lines.isEmpty()
                ? ""
                : (heading.isEmpty() ? "" : heading + "\n\n") + "Accuracy minus that of " + first()
                        + ", in points, with 95 % intervals.\n\n"
                        + TableText.markdown(new Table(header(rows), lines));
    }

    private static List<String> header(Collection<Row> rows) {
        List<String> header = new ArrayList<>(List.of("setting"));
        rows.forEach(row -> header.add(row.condition()));
        return header;
    }

    /** Derived from what there is. */
    private List<String> limits() {
        List<String> limits = new ArrayList<>();
        String once = IntStream.range(0, findings.settings().size())
                .mapToObj(findings.settings()::get)
                .filter(setting -> setting.runs().size() == 1)
                .map(Setting::name)
                .collect(Collectors.joining("; "));
        if (!once.isEmpty()) {
            limits.add("How far these scatter over trainings, which have one run: " + once
                    + ". Another seed alone can move an accuracy by a point or more.");
        }
        if (findings.settings().stream().anyMatch(setting -> budgets(setting).size() > 1)
                || findings.settings().stream()
                                .map(FindingsPage::budgets)
                                .filter(set -> !set.isEmpty())
                                .distinct()
                                .count()
                        > 1) {
            limits.add("Whether settings differ for their method alone: they were not trained on equally many images "
                    + "(see the table of settings).");
        }
        if (findings.settings().stream()
                .flatMap(setting -> setting.trained().stream())
                .anyMatch(manifest -> !manifest.recipe().network().base().isEmpty())) {
            limits.add("The cost of the weights that some trainings started from, which is not in the table.");
        }
        if (findings.split().equals("validation")) {
            limits.add("New images: the validation split selected the best epoch, so accuracies on it are too high.");
        }
        if (findings.withoutDuplicates().isEmpty() && !findings.areDuplicatesLeftOut() && !areDuplicatesKnown()) {
            limits.add(
                    "How much duplicates across splits contribute; `mafer evaluate DIR --find-duplicates` finds them.");
        }
        if (findings.degraded().isEmpty()) {
            limits.add("Other kernels than that of training, blur, noise or JPEG; `mafer evaluate DIR --degrade ...` "
                    + "evaluates them.");
        }
        if (findings.elsewhere().isEmpty()) {
            limits.add("Other datasets; `mafer evaluate DIR --dataset PATH` evaluates them.");
        }
        limits.add("Faces that are small because they are far away: all small images here are downsampled large ones.");
        limits.add("What people feel: labels are what annotators saw in a face.");
        return limits;
    }

    private boolean areDuplicatesKnown() {
        return findings.settings().stream()
                .flatMap(setting -> setting.runs().stream())
                .anyMatch(run -> SplitDuplicates.read(run).isPresent());
    }

    /** The numbers of images that the runs were trained on. */
    private static Set<Long> budgets(Setting setting) {
        return setting.runs().stream()
                .map(FindingsPage::lastRow)
                .flatMap(Optional::stream)
                .map(HistoryRow::images)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String list(List<String> lines) {
        return lines.stream().map(line -> "* " + line + "\n").collect(Collectors.joining());
    }
}
