package org.maferstudio.training.data;

import org.maferstudio.datasets.PixelCache;
import org.maferstudio.recipe.DeviceConfig;

/**
 * How many bytes of decoded images are kept.
 *
 * @param memory in memory; images beyond it are read again in each epoch
 * @param disk on disk, for this training and the next ones; 0 keeps none
 */
public record PixelLimits(long memory, long disk) {
    /** The usual limit of memory, and nothing on disk. */
    static PixelLimits usual() {
        return new PixelLimits(PixelCache.defaultLimit(), 0);
    }

    /** The usual limit of memory, and what is asked for on disk. */
    public static PixelLimits of(DeviceConfig machine) {
        return new PixelLimits(PixelCache.defaultLimit(), machine.pixelCacheBytes());
    }
}
