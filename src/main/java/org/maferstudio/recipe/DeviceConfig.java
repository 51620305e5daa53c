package org.maferstudio.recipe;

/**
 * The device and threads of a training; the number of threads is part of the recipe, because sums depend on it.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu:N}
 * @param threads of the engine, 1 to 256; 0 uses all cores, and the experiment records their number
 */
public record DeviceConfig(String device, int threads) {
    static final int MOST_THREADS = 256;

    /** The best device, all cores. */
    public static final DeviceConfig DEFAULT = new DeviceConfig("auto", 0);

    public DeviceConfig {
        RecipeFields.check("machine.device", device);
        RecipeFields.check("machine.threads", threads);
    }

    /** The number of threads to take here. */
    public int threadsHere() {
        return threads == 0 ? Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()) : threads;
    }
}
