package org.maferstudio.recipe;

/**
 * The device, threads and disk of a training; the number of threads is part of the recipe, because sums depend on it.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu:N}
 * @param threads of the engine, 1 to 256; 0 uses all cores, and the experiment records their number
 * @param pixelCache the most gigabytes of decoded images to keep on disk, 0 to 10,000; 0 keeps none
 */
public record DeviceConfig(String device, int threads, int pixelCache) {
    static final int MOST_THREADS = 256;
    static final int MOST_PIXEL_CACHE = 10_000;

    /** The best device, all cores, nothing on disk. */
    public static final DeviceConfig DEFAULT = new DeviceConfig("auto", 0);

    public DeviceConfig {
        RecipeFields.check("machine.device", device);
        RecipeFields.check("machine.threads", threads);
        RecipeFields.check("machine.pixelCache", pixelCache);
    }

    /** A device that keeps no decoded images on disk. */
    public DeviceConfig(String device, int threads) {
        this(device, threads, 0);
    }

    /** Returns a copy with another number of threads. */
    public DeviceConfig withThreads(int others) {
        return new DeviceConfig(device, others, pixelCache);
    }

    /** The number of threads to take here. */
    public int threadsHere() {
        return threads == 0 ? Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()) : threads;
    }

    /** The most bytes of decoded images to keep on disk. */
    public long pixelCacheBytes() {
        return (long) pixelCache << 30;
    }
}
