package org.maferstudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.GradientCollector;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.Computation;
import org.maferstudio.network.architecture.NoGradients;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;

/**
 * Where in an image a network of this program finds what speaks for a class: the maps of its last layer that still has a
 * few cells on each side, weighted by how much the class's logit depends on each, positive parts only.
 *
 * <p>Selvaraju et al., "Grad-CAM: visual explanations from deep networks via gradient-based localization", ICCV 2017. For
 * one thread at a time.
 */
public final class GradCam implements AutoCloseable {
    /** Minimum number of cells on a side: fewer do not tell an eye from a mouth. */
    private static final int FEWEST_CELLS = 6;

    private final Network network;
    private final InputPacker packer;

    /**
     * Opens a network.
     *
     * @param file of this program
     */
    public GradCam(NetworkFile file, ComputeDevice device) {
        this(file.open(device), file.contract());
    }

    /** Owns the network. */
    GradCam(Network network, InputContract contract) {
        this.network = network;
        this.packer = new InputPacker(contract);
    }

    /**
     * The map of an image.
     *
     * @param label the class
     * @return {@code (rows, columns)}, 0 or more, in logits per cell: not on the scale of probabilities
     */
    public double[][] of(RasterImage image, int label) {
        InputContract contract = packer.contract();
        float[] packed = new float[packer.length()];
        packer.packCropped(packer.centre(packer.resized(image)), packed, 0);
        Shape shape = new Shape(1, contract.colour().channels(), contract.size(), contract.size());
        try (NDManager batch = network.manager().newSubManager()) {
            NDArray input = batch.create(packed, shape);
            return maps(input, label, block(input))[0];
        }
    }

    /** The index of the last block that receives maps with enough cells, or the number of blocks for the last maps. */
    private int block(NDArray input) {
        Blueprint blueprint = Blueprint.of(network.spec());
        int last = blueprint.blocks().size();
        return NoGradients.get(() -> {
            Computation computation = network.computation(input.getShape());
            for (int block = last; block > 0; block--) {
                try (NDArray maps = computation.maps(blueprint, input, block)) {
                    if (Math.min(maps.getShape().get(2), maps.getShape().get(3)) >= FEWEST_CELLS) {
                        return block;
                    }
                }
            }
            return 0;
        });
    }

    /**
     * The map of each image of a batch.
     *
     * @param input {@code (N, C, H, W)}
     * @param block the index of the block that receives the maps, or the number of blocks
     */
    double[][][] maps(NDArray input, int label, int block) {
        Blueprint blueprint = Blueprint.of(network.spec());
        Computation computation = network.computation(input.getShape());
        NDArray maps = NoGradients.get(() -> computation.maps(blueprint, input, block));
        maps.setRequiresGradient(true);
        try (GradientCollector collector = input.getManager().getEngine().newGradientCollector()) {
            // A copy, as the blocks close what they receive.
            Outputs outputs = computation.after(blueprint, maps.add(0), block);
            collector.backward(outputs.logits().get(new NDIndex(":, " + label)).sum());
        }
        return NoGradients.get(() -> {
            NDArray means = Pool.globalAvgPool2d(maps.getGradient());
            NDArray weights = means.reshape(means.getShape().addAll(new Shape(1, 1)));
            return rows(weights.mul(maps).sum(new int[] {1}));
        });
    }

    /** {@code (N, H, W)} without negative values. */
    private static double[][][] rows(NDArray sums) {
        Shape shape = sums.getShape();
        float[] values = sums.toFloatArray();
        double[][][] rows = new double[(int) shape.get(0)][(int) shape.get(1)][(int) shape.get(2)];
        int at = 0;
        for (double[][] image : rows) {
            for (double[] row : image) {
                for (int x = 0; x < row.length; x++) {
                    row[x] = Math.max(0, values[at++]);
                }
            }
        }
        return rows;
    }

    @Override
    public void close() {
        network.close();
    }
}
