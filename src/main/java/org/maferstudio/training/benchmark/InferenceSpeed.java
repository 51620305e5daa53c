package org.maferstudio.training.benchmark;

import org.maferstudio.job.Progress;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.Recipe;

/** Measures in a second or two how fast a recipe's network is here, for estimates. */
public final class InferenceSpeed {
    /** Batch sizes for small and large images: enough to use the CPU fully, and done in a second or two. */
    private static final int SMALL_BATCH = 64;

    private static final int LARGE_BATCH = 4;
    private static final int LARGE_SIDE = 100;
    private static final int STEPS = 2;

    private InferenceSpeed() {}

    /** Images per second of inference with the device and threads of a recipe; NaN if a stop was requested. */
    public static double of(Recipe recipe, Progress progress) {
        ComputeEngine engine = ComputeEngine.load(recipe.machine().threadsHere());
        NetworkSpec spec = NetworkSpec.of(
                recipe.network().name(), recipe.network().colour().channels());
        int side = recipe.network().size();
        int batch = side < LARGE_SIDE ? SMALL_BATCH : LARGE_BATCH;
        return new ThroughputBenchmark(spec, batch, side, STEPS)
                .inferImagesPerSecond(
                        engine.device(DeviceChoice.of(recipe.machine().device())), progress);
    }
}
