package org.maferstudio.embedding;

import java.util.stream.IntStream;

/**
 * The Kullback-Leibler divergence between the neighbourhoods of points and of their embedding, which t-SNE minimises.
 */
final class KlDivergence {
    private static final double LEAST = Math.ulp(1.0);

    /** Row i contains the probabilities of pairs of point i with the points before it. */
    private final float[][] joint;

    KlDivergence(Affinities affinities) {
        joint = new float[affinities.size()][];
        IntStream.range(0, joint.length).parallel().forEach(i -> {
            float[] row = new float[i];
            for (int j = 0; j < i; j++) {
                row[j] = (float) affinities.joint(i, j);
            }
            joint[i] = row;
        });
    }

    /**
     * The divergence of an embedding in nats, equal to scikit-learn's {@code kl_divergence_}.
     *
     * @param positions {@code (N, 2)}
     */
    double of(double[][] positions) {
        double all = nearness(positions);
        double[] parts = IntStream.range(0, joint.length)
                .parallel()
                .mapToDouble(i -> {
                    double sum = 0;
                    for (int j = 0; j < i; j++) {
                        double q = Math.max(LEAST, nearness(positions, i, j) / all);
                        sum += joint[i][j] * Math.log(joint[i][j] / q);
                    }
                    return sum;
                })
                .toArray();
        return 2 * sum(parts);
    }

    /** The normalisation term of the embedding: the sum of similarities over ordered pairs. */
    static double nearness(double[][] positions) {
        double[] nearness = IntStream.range(0, positions.length)
                .parallel()
                .mapToDouble(i -> {
                    double sum = 0;
                    for (int j = 0; j < i; j++) {
                        sum += nearness(positions, i, j);
                    }
                    return sum;
                })
                .toArray();
        return 2 * sum(nearness);
    }

    private static double nearness(double[][] positions, int i, int j) {
        double x = positions[i][0] - positions[j][0];
        double y = positions[i][1] - positions[j][1];
        return 1 / (1 + x * x + y * y);
    }

    /** One after another: a parallel sum would depend on the threads. */
    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
