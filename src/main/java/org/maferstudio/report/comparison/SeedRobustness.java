package org.maferstudio.report.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.RobustnessSweep;
import org.maferstudio.results.Spread;

/**
 * The robustness of recipes that were trained with several seeds: how far seeds scatter, and how recipes differ.
 *
 * @param settings the recipes with two seeds or more, in the order of their first experiment
 * @param differences of each later recipe from the first, over the seeds that both have; two seeds or more
 */
public record SeedRobustness(List<Setting> settings, List<Difference> differences) {
    /**
     * One recipe.
     *
     * @param name the shortest name of its experiments
     * @param seeds of its experiments, ascending
     * @param accuracy over the seeds, 0 to 1; unchanged images first, then from mild to harsh
     */
    public record Setting(String name, List<Long> seeds, Map<Optional<Degradation>, Spread> accuracy) {
        public Setting {
            seeds = List.copyOf(seeds);
        }
    }

    /**
     * How two recipes differ at one strength.
     *
     * @param a the name of the first recipe
     * @param b the name of the later one
     * @param degradation of the images; empty for unchanged ones
     * @param accuracy of the second minus that of the first with the same seed, one per seed, -1 to 1
     */
    public record Difference(String a, String b, Optional<Degradation> degradation, Spread accuracy) {}

    /** The sweeps of a recipe by seed. */
    private record Group(String name, TreeMap<Long, RobustnessSweep> seeds) {
        /** By strength and seed. */
        Map<Optional<Degradation>, TreeMap<Long, Double>> accuracies() {
            Map<Optional<Degradation>, TreeMap<Long, Double>> all = new TreeMap<>(SeedRobustness::compare);
            seeds.forEach((seed, sweep) -> sweep.points()
                    .forEach(point -> all.computeIfAbsent(point.degradation(), any -> new TreeMap<>())
                            .put(seed, point.result().scores().accuracy())));
            return all;
        }
    }

    public SeedRobustness {
        settings = List.copyOf(settings);
        differences = List.copyOf(differences);
    }

    /**
     * Groups experiments by their recipe; name, seed and device may differ.
     *
     * @param comparison of these experiments
     */
    public static SeedRobustness of(EvaluatedExperiments evaluated, RobustnessComparison comparison) {
        List<Group> groups = groups(evaluated, comparison);
        List<Setting> settings = groups.stream().map(SeedRobustness::setting).toList();
        List<Difference> differences = new ArrayList<>();
        for (int i = 1; i < groups.size(); i++) {
            differences.addAll(differences(groups.get(0), groups.get(i)));
        }
        return new SeedRobustness(settings, differences);
    }

    private static List<Group> groups(EvaluatedExperiments evaluated, RobustnessComparison comparison) {
        Map<Recipe, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < evaluated.experiments().size(); i++) {
            ExperimentManifest manifest = evaluated.experiments().get(i).manifest();
            if (manifest.state().status() == RunStatus.IMPORTED
                    || manifest.imported().isPresent()) {
                continue;
            }
            Recipe recipe = manifest.recipe();
            String name = evaluated.names().get(i);
            RobustnessSweep sweep = comparison.networks().get(i).sweep();
            groups.merge(
                    withoutSeed(recipe),
                    new Group(name, new TreeMap<>(Map.of(recipe.course().seed(), sweep))),
                    (a, b) -> {
                        b.seeds().putAll(a.seeds());
                        return new Group(shorter(a.name(), b.name()), b.seeds());
                    });
        }
        return groups.values().stream()
                .filter(group -> group.seeds().size() > 1)
                .toList();
    }

    private static String shorter(String a, String b) {
        return b.length() < a.length() ? b : a;
    }

    private static Recipe withoutSeed(Recipe recipe) {
        return recipe.named(Recipe.DEFAULT.name())
                .with(recipe.course().withSeed(0))
                .with(Recipe.DEFAULT.machine());
    }

    private static Setting setting(Group group) {
        Map<Optional<Degradation>, Spread> accuracy = new LinkedHashMap<>();
        group.accuracies().forEach((degradation, bySeed) -> accuracy.put(degradation, spread(bySeed)));
        return new Setting(group.name(), List.copyOf(group.seeds().keySet()), accuracy);
    }

    private static List<Difference> differences(Group a, Group b) {
        Map<Optional<Degradation>, TreeMap<Long, Double>> first = a.accuracies();
        List<Difference> differences = new ArrayList<>();
        b.accuracies().forEach((degradation, bySeed) -> {
            TreeMap<Long, Double> there = first.getOrDefault(degradation, new TreeMap<>());
            bySeed.keySet().retainAll(there.keySet());
            bySeed.replaceAll((seed, accuracy) -> accuracy - there.get(seed));
            if (bySeed.size() > 1) {
                differences.add(new Difference(a.name(), b.name(), degradation, spread(bySeed)));
            }
        });
        return differences;
    }

    private static Spread spread(TreeMap<Long, Double> bySeed) {
        return new Spread(List.copyOf(bySeed.values()));
    }

    /** Unchanged images first. */
    private static int compare(Optional<Degradation> a, Optional<Degradation> b) {
        return a.isPresent() && b.isPresent()
                ? a.get().compareTo(b.get())
                : Boolean.compare(a.isPresent(), b.isPresent());
    }
}
