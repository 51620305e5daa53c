package org.maferstudio.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The settings of a series: every combination of the values of its sweeps, or some of them at random.
 *
 * @param sweeps what varies
 * @param search how
 */
record Settings(List<Sweep> sweeps, SeriesDraft.Search search) {
    /** Draws for each setting that is still missing, before a search gives up finding another one. */
    private static final int PATIENCE = 1000;

    /** Keeps the draws of settings apart. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    /**
     * The settings, values by target; one that is empty if nothing varies.
     *
     * @param each number of runs of a setting
     * @throws Problem if there are too many runs, or an open range without a budget
     */
    List<Map<String, String>> list(int each) {
        long all = size();
        long wanted = search.isRandom() ? search.runs() / each : all;
        if (search.isRandom() && wanted < 1) {
            throw Problem.input(Texts.of("series.settings.error.budget", search.runs(), each));
        }
        long settings = Math.min(all, wanted);
        if (settings > SeriesPlan.MOST_RUNS || settings * each > SeriesPlan.MOST_RUNS) {
            throw Problem.input(Texts.of(
                    "series.settings.error.tooMany",
                    settings > SeriesPlan.MOST_RUNS ? settings : settings * each,
                    SeriesPlan.MOST_RUNS));
        }
        return search.isRandom() && settings < all ? drawn((int) settings) : grid();
    }

    /** The number of combinations; very large for open ranges. */
    private long size() {
        long size = 1;
        for (Sweep sweep : sweeps) {
            if (sweep.range().isPresent() && !search.isRandom()) {
                throw Problem.input(
                        Texts.of("series.settings.error.open", sweep.target().id()));
            }
            long values = sweep.range().isPresent()
                    ? Integer.MAX_VALUE
                    : sweep.values().size();
            size = Math.min(Integer.MAX_VALUE, size * values);
        }
        return size;
    }

    /** The last sweep varies fastest. */
    private List<Map<String, String>> grid() {
        List<Map<String, String>> settings = new ArrayList<>(List.of(Map.of()));
        for (Sweep sweep : sweeps) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> setting : settings) {
                for (String value : sweep.values()) {
                    Map<String, String> more = new LinkedHashMap<>(setting);
                    more.put(sweep.target().id(), value);
                    longer.add(more);
                }
            }
            settings = longer;
        }
        return settings;
    }

    private List<Map<String, String>> drawn(int count) {
        Set<Map<String, String>> settings = new LinkedHashSet<>();
        for (long i = 0; settings.size() < count && i < (long) PATIENCE * count; i++) {
            SplittableRandom random = new SplittableRandom(search.seed() + STRIDE * i);
            Map<String, String> setting = new LinkedHashMap<>();
            for (Sweep sweep : sweeps) {
                double share = random.nextDouble();
                setting.put(
                        sweep.target().id(),
                        sweep.range().map(range -> range.text(share)).orElseGet(() -> sweep.values()
                                .get((int) (share * sweep.values().size()))));
            }
            settings.add(setting);
        }
        return List.copyOf(settings);
    }
}
