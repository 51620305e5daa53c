package org.maferstudio.experiment;

import java.util.Map;
import java.util.TreeMap;
import org.maferstudio.recipe.Recipe;

/**
 * One training of a series.
 *
 * @param number from 1 on, in the order of the plan; never given to another run
 * @param name of its folder, such as {@code fold-03} or {@code lr-0.001-seed-17}
 * @param varied what a sweep chose for it, by the name of what varies, such as {@code optimiser.learningRate}; empty
 *     where only seeds and folds differ
 * @param recipe with its seed and its fold
 * @param dataset the fingerprint that its dataset must have; empty if it was not read when the series was planned
 */
public record SeriesRun(int number, String name, Map<String, String> varied, Recipe recipe, String dataset) {
    public SeriesRun {
        varied = varied == null ? Map.of() : new TreeMap<>(varied);
        dataset = dataset == null ? "" : dataset;
    }

    /** Creates a run without a sweep on a dataset that was not read. */
    public SeriesRun(int number, String name, Recipe recipe) {
        this(number, name, Map.of(), recipe, "");
    }

    /** Returns a copy with the fingerprint of its dataset. */
    public SeriesRun on(String fingerprint) {
        return new SeriesRun(number, name, varied, recipe, fingerprint);
    }
}
