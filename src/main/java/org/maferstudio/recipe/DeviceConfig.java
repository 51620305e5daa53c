package org.maferstudio.recipe;

import org.maferstudio.texts.Texts;

/**
 * What a training computes with; the number of threads stands in the recipe, because sums depend on it.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu:N}
 * @param threads of the engine, 1 to 256; 0 uses all cores, and the experiment records how many that were
 */
public record DeviceConfig(String device, int threads) {
    /** The best device, all cores. */
    public static final DeviceConfig DEFAULT = new DeviceConfig("auto", 0);

    public DeviceConfig {
        if (!device.matches("auto|cpu|gpu:\\d{1,2}")) {
            throw new IllegalArgumentException(Texts.of("recipe.device.error.name", device));
        }
        RecipeRanges.between(Texts.of("recipe.device.threads.name"), threads, 0, 256);
    }

    /** The number of threads to take here. */
    public int threadsHere() {
        return threads == 0 ? Math.min(256, Runtime.getRuntime().availableProcessors()) : threads;
    }
}
