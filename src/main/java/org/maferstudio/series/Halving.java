package org.maferstudio.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Successive halving (Jamieson and Talwalkar 2016; the inner loop of Hyperband): all settings are trained for a few epochs,
 * the best of them longer, and only the best of those to the end. The first epochs are those of the whole training, so the
 * others can be trained to the end later.
 *
 * @param rounds the epochs of all rounds
 * @param rungs the rounds that are done, in order
 */
public record Halving(List<Integer> rounds, List<Rung> rungs) {
    private static final SeriesJson FILE = new SeriesJson("halving.json");

    /** After a single epoch, the order of settings says little. */
    private static final int LEAST_EPOCHS = 2;

    /**
     * One round.
     *
     * @param epochs that its runs were trained
     * @param settings that took part
     * @param kept the settings that go on, or in the last round, the best one
     */
    public record Rung(int epochs, List<Scored> settings, List<Map<String, String>> kept) {
        public Rung {
            settings = List.copyOf(settings);
            kept = List.copyOf(kept);
        }
    }

    /**
     * A setting in a round.
     *
     * @param varied its values
     * @param score the best validation accuracy so far, 0 to 1, mean of its runs; NaN if a run failed
     */
    public record Scored(Map<String, String> varied, double score) {}

    public Halving {
        rounds = List.copyOf(rounds);
        rungs = List.copyOf(rungs);
    }

    /**
     * Reads what halving has decided in a series; empty if it was not used.
     *
     * @throws Problem if the file is damaged
     */
    public static Optional<Halving> of(Series series) {
        return FILE.read(series, Halving.class);
    }

    void store(Series series) {
        FILE.write(series, this);
    }

    /**
     * The epochs of the rounds: the last trains to the end, each before it a factor less, as long as there are settings to
     * halve and at least two epochs.
     *
     * @param factor by which settings become fewer and epochs more, at least 2
     */
    static List<Integer> epochs(int settings, int epochs, int factor) {
        List<Integer> rounds = new ArrayList<>(List.of(epochs));
        int left = settings;
        int fewer = (int) Math.ceil(epochs / (double) factor);
        while (left > 1 && fewer >= LEAST_EPOCHS && fewer < rounds.get(0)) {
            rounds.add(0, fewer);
            left = (int) Math.ceil(left / (double) factor);
            fewer = (int) Math.ceil(fewer / (double) factor);
        }
        return rounds;
    }

    /**
     * How many epochs halving trains, as long as no run fails.
     *
     * @param rounds the epochs of all rounds
     * @param settings that take part in the first
     * @param factor by which they become fewer
     */
    public record Shape(List<Integer> rounds, int settings, int factor) {
        /**
         * The shape of a series.
         *
         * @param epochs of each run
         */
        public static Shape of(int settings, int epochs, int factor) {
            return new Shape(Halving.epochs(settings, epochs, factor), settings, factor);
        }

        /** The epochs that a round trains, over all settings with one run each. */
        int epochsIn(int round) {
            int left = settings;
            for (int i = 0; i < round; i++) {
                left = (int) Math.ceil(left / (double) factor);
            }
            return left * (rounds.get(round) - (round == 0 ? 0 : rounds.get(round - 1)));
        }

        /** The epochs that all rounds train, over all settings with one run each. */
        public int epochs() {
            return IntStream.range(0, rounds.size()).map(this::epochsIn).sum();
        }

        /** The epochs of the whole grid. */
        public int epochsOfAll() {
            return settings * rounds.get(rounds.size() - 1);
        }
    }

    /**
     * The epochs of all runs.
     *
     * @throws Problem if they differ
     */
    public static int commonEpochs(List<SeriesRun> runs) {
        List<Integer> all = runs.stream()
                .map(run -> run.recipe().course().epochs())
                .distinct()
                .toList();
        if (all.size() > 1) {
            throw Problem.input(Texts.of("series.halving.error.epochs", all));
        }
        return all.get(0);
    }

    /** The settings that go on: the best in {@code factor}, at least one; failed ones never. */
    static List<Map<String, String>> kept(List<Scored> settings, int factor) {
        int count = (int) Math.ceil(settings.size() / (double) factor);
        return settings.stream()
                .filter(setting -> !Double.isNaN(setting.score()))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(count)
                .map(Scored::varied)
                .toList();
    }

    /** The best validation accuracy in the first epochs of a setting's runs, mean of them; NaN if one has none. */
    static Scored score(SettingResult setting, int epochs) {
        double sum = 0;
        for (RunOutcome run : setting.runs()) {
            sum += Experiment.isExperiment(run.folder())
                    ? Experiment.open(run.folder()).history().rows().stream()
                            .filter(row -> row.epoch() <= epochs)
                            .mapToDouble(row -> row.validAccuracy())
                            .max()
                            .orElse(Double.NaN)
                    : Double.NaN;
        }
        return new Scored(
                new LinkedHashMap<>(setting.varied()), sum / setting.runs().size());
    }

    /** Whether all rounds are done. */
    public boolean isDone() {
        return rungs.size() == rounds.size();
    }

    /** The numbers of the runs that do not go on. */
    public Set<Integer> stopped(Series series) {
        Set<Integer> stopped = new HashSet<>();
        for (Rung rung : rungs.subList(0, Math.min(rungs.size(), rounds.size() - 1))) {
            List<Map<String, String>> dropped = rung.settings().stream()
                    .map(Scored::varied)
                    .filter(setting -> !rung.kept().contains(setting))
                    .toList();
            series.runs().stream()
                    .filter(run -> dropped.contains(SeriesDraft.setting(run, series.varied())))
                    .forEach(run -> stopped.add(run.number()));
        }
        return stopped;
    }
}
