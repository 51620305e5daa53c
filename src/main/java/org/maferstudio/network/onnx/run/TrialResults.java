package org.maferstudio.network.onnx.run;

import java.util.List;

/**
 * What a trial found.
 *
 * @param batches one per number of images, as far as it got
 * @param problem why the network cannot run, one sentence; empty if it can
 */
record TrialResults(List<Batch> batches, String problem) {
    /**
     * The run of one batch.
     *
     * @param images number of images
     * @param shapes of the outputs, in the order of the request
     * @param repeatable whether the same images gave the same results again
     * @param apart whether an image's result does not depend on the other images of its batch
     */
    record Batch(int images, List<List<Long>> shapes, boolean repeatable, boolean apart) {}

    TrialResults {
        batches = batches == null ? List.of() : List.copyOf(batches);
        problem = problem == null ? "" : problem;
    }

    /** The results of a network that cannot run. */
    static TrialResults failed(String problem) {
        return new TrialResults(List.of(), problem);
    }
}
