package org.maferstudio.series.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.report.figures.EffectFigure;
import org.maferstudio.report.figures.EpochBandsFigure;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.ParallelAxis;
import org.maferstudio.report.figures.ParallelFigure;
import org.maferstudio.report.figures.ResolutionBandsFigure;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesMeasure;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SettingResult;
import org.maferstudio.series.SettingTitle;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.texts.Texts;

/**
 * Makes the figures of a series, for window, command and report alike.
 *
 * @param results of the series
 * @param measure of effects and parallel coordinates, and by which the settings with bands are chosen
 */
public record SeriesFigures(SeriesResults results, String measure) {
    /** The most settings in a figure with bands. */
    static final int MOST = 4;

    /**
     * The settings of figures with bands, in the order of the plan: those with the largest means.
     *
     * @param also one that is among them in any case; empty for none
     */
    public List<SettingResult> shown(Optional<SettingResult> also) {
        Comparator<SettingResult> byMean = Comparator.comparingDouble(
                setting -> setting.spread(measure).map(Spread::mean).orElse(Double.NEGATIVE_INFINITY));
        List<SettingResult> first = results.settings().stream()
                .sorted(Comparator.comparing((SettingResult setting) ->
                                also.filter(setting::equals).isEmpty())
                        .thenComparing(byMean.reversed()))
                .limit(MOST)
                .toList();
        return results.settings().stream().filter(first::contains).toList();
    }

    /**
     * A figure.
     *
     * @param target whose effect is shown; ignored by other figures
     * @param settings with bands, see {@link #shown}; ignored by figures of all settings
     * @throws Problem if the runs have nothing to show, with what to do
     */
    public Figure make(SeriesFigureKind kind, SweepTarget target, List<SettingResult> settings) {
        return switch (kind) {
            case EFFECT -> effect(target);
            case PARALLEL -> parallel();
            case RESOLUTION -> resolutions(settings);
            case HISTORY -> epochs(settings);
        };
    }

    /**
     * The effect of one setting on the measure.
     *
     * @throws Problem if no run is finished
     */
    public EffectFigure effect(SweepTarget target) {
        List<EffectFigure.Level> levels = new ArrayList<>();
        results.effect(target, measure)
                .forEach((value, spread) ->
                        levels.add(new EffectFigure.Level(SettingTitle.value(target, value), spread)));
        if (levels.isEmpty()) {
            throw noMeasure();
        }
        return new EffectFigure(target.label(), SeriesMeasure.title(measure), levels);
    }

    /**
     * All settings that have the measure across what varies.
     *
     * @throws Problem if no run is finished, or nothing varies
     */
    public ParallelFigure parallel() {
        List<SweepTarget> targets =
                results.series().varied().stream().map(SweepTarget::new).toList();
        if (targets.isEmpty()) {
            throw Problem.input(Texts.of(
                    "series.figure.error.nothingVaries", results.series().experiment()));
        }
        List<SettingResult> settings = measured();
        if (settings.isEmpty()) {
            throw noMeasure();
        }
        List<ParallelFigure.Line> lines = settings.stream()
                .map(setting -> new ParallelFigure.Line(
                        SettingTitle.of(setting.varied()),
                        targets.stream().map(target -> value(target, setting)).toList(),
                        setting.spread(measure).orElseThrow()))
                .toList();
        return new ParallelFigure(
                targets.stream().map(target -> axis(target, settings)).toList(), SeriesMeasure.title(measure), lines);
    }

    /** The settings that have the measure, in order: the lines of {@link #parallel}. */
    public List<SettingResult> measured() {
        return results.settings().stream()
                .filter(setting -> setting.spread(measure).isPresent())
                .toList();
    }

    private static String value(SweepTarget target, SettingResult setting) {
        return SettingTitle.value(target, setting.varied().get(target.id()));
    }

    private static ParallelAxis axis(SweepTarget target, List<SettingResult> settings) {
        List<String> values =
                settings.stream().map(setting -> value(target, setting)).toList();
        return target.isNumber() && values.stream().noneMatch(String::isEmpty)
                ? ParallelAxis.ofNumbers(target.label(), values)
                : ParallelAxis.ofNames(target.label(), values);
    }

    /**
     * Accuracy by resolution of settings, each over its finished runs.
     *
     * @throws Problem if no run was evaluated at a lower resolution, with the command that does
     */
    public ResolutionBandsFigure resolutions(List<SettingResult> settings) {
        List<ResolutionBandsFigure.Setting> bands = new ArrayList<>();
        for (SettingResult setting : settings) {
            Map<Resolution, Spread> accuracy = accuracy(setting);
            if (accuracy.size() > 1) {
                bands.add(new ResolutionBandsFigure.Setting(title(setting, settings), accuracy));
            }
        }
        if (bands.isEmpty()) {
            throw Problem.input(Texts.of(
                    "series.figure.error.noResolutions",
                    results.series()
                            .experiment()
                            .advice("mafer evaluate " + results.series().experiment()
                                    + " --split validation --resolutions native,32,24,16,12,8")));
        }
        return new ResolutionBandsFigure(labels(), bands);
    }

    /** The name of a setting by what differs between some; of one alone all that varies. */
    private static String title(SettingResult setting, List<SettingResult> among) {
        Map<String, String> differing = new LinkedHashMap<>(setting.varied());
        differing
                .entrySet()
                .removeIf(value -> among.size() > 1
                        && among.stream().allMatch(other -> value.getValue()
                                .equals(other.varied().get(value.getKey()))));
        return SettingTitle.of(differing);
    }

    private static Map<Resolution, Spread> accuracy(SettingResult setting) {
        Map<Resolution, Spread> accuracy = new TreeMap<>();
        for (String name : setting.measures()) {
            SeriesMeasure.resolution(name).ifPresent(resolution -> setting.spread(name)
                    .ifPresent(spread -> accuracy.put(resolution, spread)));
        }
        return accuracy;
    }

    /** The classes of the first run that was evaluated. */
    private LabelSet labels() {
        return results.runs().stream()
                .filter(run -> !run.measures().isEmpty())
                .findFirst()
                .map(run -> Experiment.open(run.folder()))
                .map(run -> run.predictions(
                                results.split(),
                                EvaluatedExperiments.resolutions(run, results.split())
                                        .get(0))
                        .labels())
                .orElseThrow(this::noMeasure);
    }

    /**
     * Training curves of settings: over the finished runs, while there are none over those that have begun.
     *
     * @throws Problem if no run has validated yet
     */
    public EpochBandsFigure epochs(List<SettingResult> settings) {
        List<EpochBandsFigure.Setting> bands = new ArrayList<>();
        for (SettingResult setting : settings) {
            List<RunOutcome> finished = setting.finished();
            List<List<HistoryRow>> histories = (finished.isEmpty() ? setting.runs() : finished)
                    .stream()
                            .filter(run -> Experiment.isExperiment(run.folder()))
                            .map(run -> Experiment.open(run.folder()).history().rows())
                            .filter(rows -> !rows.isEmpty())
                            .toList();
            if (!histories.isEmpty()) {
                EpochBandsFigure.Setting band = EpochBandsFigure.Setting.of(title(setting, settings), histories);
                if (!band.epochs().isEmpty()) {
                    bands.add(band);
                }
            }
        }
        if (bands.isEmpty()) {
            throw Problem.input(
                    Texts.of("series.figure.error.noHistory", results.series().experiment()));
        }
        return new EpochBandsFigure(bands);
    }

    private Problem noMeasure() {
        return Problem.input(Texts.of(
                "series.figure.error.noMeasure", measure, results.series().experiment()));
    }

    /** What stands above a figure in files, such as {@code sweep: validation, best 4 of 30 settings}. */
    public String header(SeriesFigureKind kind) {
        String name = results.series().recipe().name();
        int settings = results.settings().size();
        // Training curves are those of the validation split.
        String split = kind == SeriesFigureKind.HISTORY ? Sample.VALIDATION : results.split();
        boolean some = (kind == SeriesFigureKind.RESOLUTION || kind == SeriesFigureKind.HISTORY) && settings > MOST;
        return some
                ? Texts.of("series.figure.header.best", name, split, MOST, settings)
                : Texts.of("series.figure.header.all", name, split);
    }
}
