package org.maferstudio.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.schedule.ResolutionSchedule;

/**
 * The complete, immutable configuration of a training: the same recipe on the same computer gives the same network.
 *
 * <p>{@link RecipeJson} reads and writes it, {@link RecipePreset} has presets.
 *
 * @param name a short name for display, used in the experiment's folder name
 * @param dataset to train on
 * @param network with its input
 * @param schedule how often and how far images are downsampled
 * @param augmentation the random transforms
 * @param optimiser the update rule and its parameters
 * @param learningRate how the learning rate changes over the run
 * @param objective the loss
 * @param course duration, batches, validations and selection of the network
 * @param machine device and threads
 * @param resolutions pixels of the shorter side at which the network is evaluated at the end, in addition to native
 */
public record Recipe(
        String name,
        DatasetSource dataset,
        NetworkConfig network,
        ResolutionSchedule schedule,
        Augmentation augmentation,
        OptimiserConfig optimiser,
        LearningRateConfig learningRate,
        LossConfig objective,
        TrainingConfig course,
        DeviceConfig machine,
        List<Integer> resolutions) {
    /** What a field has that a recipe file does not name. */
    public static final Recipe DEFAULT = new Recipe(
            "training",
            DatasetSource.of("drawn"),
            NetworkConfig.DEFAULT,
            ResolutionSchedule.off(),
            Augmentation.LIGHT,
            OptimiserConfig.DEFAULT,
            LearningRateConfig.DEFAULT,
            LossConfig.DEFAULT,
            TrainingConfig.DEFAULT,
            DeviceConfig.DEFAULT,
            List.of());

    public Recipe {
        RecipeFields.require("dataset", dataset);
        RecipeFields.require("network", network);
        RecipeFields.require("schedule", schedule);
        RecipeFields.require("augmentation", augmentation);
        RecipeFields.require("optimiser", optimiser);
        RecipeFields.require("learningRate", learningRate);
        RecipeFields.require("objective", objective);
        RecipeFields.require("course", course);
        RecipeFields.require("machine", machine);
        resolutions = List.copyOf(resolutions);
        RecipeFields.check("name", name);
        RecipeFields.check("resolutions", resolutions);
    }

    /** The fields in which this recipe differs from another, dotted names such as {@code course.epochs}, in order. */
    public List<Difference> differences(Recipe other) {
        return RecipeJson.differences(this, other);
    }

    /** Returns a copy with open settings (number of threads, relative paths) resolved for this computer. */
    public Recipe fixedHere() {
        List<String> paths = dataset.paths().stream()
                .map(path -> path.equals("drawn") || path.startsWith("drawn:")
                        ? path
                        : Path.of(path).toAbsolutePath().normalize().toString())
                .toList();
        return with(machine.withThreads(machine.threadsHere())).on(dataset.withPaths(paths));
    }

    /** Returns a copy with another name. */
    public Recipe named(String other) {
        return with(parts -> parts.name = other);
    }

    /** Returns a copy with another dataset. */
    public Recipe on(DatasetSource other) {
        return with(parts -> parts.dataset = other);
    }

    /** Returns a copy with another schedule. */
    public Recipe with(ResolutionSchedule other) {
        return with(parts -> parts.schedule = other);
    }

    /** Returns a copy with another training configuration. */
    public Recipe with(TrainingConfig other) {
        return with(parts -> parts.course = other);
    }

    /** Returns a copy with another device. */
    public Recipe with(DeviceConfig other) {
        return with(parts -> parts.machine = other);
    }

    private Recipe with(Consumer<Parts> replace) {
        Parts parts = new Parts(this);
        replace.accept(parts);
        return new Recipe(
                parts.name,
                parts.dataset,
                network,
                parts.schedule,
                augmentation,
                optimiser,
                learningRate,
                objective,
                parts.course,
                parts.machine,
                resolutions);
    }

    /** The parts of a recipe that its copies may replace. */
    private static final class Parts {
        private String name;
        private DatasetSource dataset;
        private ResolutionSchedule schedule;
        private TrainingConfig course;
        private DeviceConfig machine;

        Parts(Recipe recipe) {
            name = recipe.name;
            dataset = recipe.dataset;
            schedule = recipe.schedule;
            course = recipe.course;
            machine = recipe.machine;
        }
    }

    /**
     * One field in which two recipes differ, values as in their JSON.
     *
     * @param field its dotted name, such as {@code course.epochs}
     * @param here the value in this recipe
     * @param there the value in the other
     */
    public record Difference(String field, String here, String there) {}
}
