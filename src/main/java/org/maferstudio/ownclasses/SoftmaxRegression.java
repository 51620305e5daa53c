package org.maferstudio.ownclasses;

import java.util.Arrays;
import java.util.List;
import smile.math.BFGS;
import smile.math.DifferentiableMultivariateFunction;

/**
 * Multinomial logistic regression with an L2 penalty on the weights of all classes, none on the biases; the optimum is
 * scikit-learn's {@code LogisticRegression}. Smile's own leaves out the last class, so that its result depends on the
 * order of the classes; only its L-BFGS is used here.
 *
 * <p>Features are centred, and divided by the root mean square of their distance from the centre. This is nearly the same
 * as dividing each image's features by their length, but is part of a linear layer, so that the classifier can be stored
 * in a network file.
 */
final class SoftmaxRegression {
    /** The inverse strength of the penalty, as scikit-learn's {@code C}, for features of unit length. */
    static final double C = 10;

    private static final double TOLERANCE = 1e-5;
    private static final int MOST_ITERATIONS = 500;
    private static final int MEMORY = 10;

    private SoftmaxRegression() {}

    /**
     * Rows to train on.
     *
     * @param features {@code (N, D)}, N at least 1
     * @param labels N classes from 0
     * @param weight of each row in the loss, above 0
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers for one fit
    record Rows(List<float[]> features, int[] labels, double weight) {}

    /**
     * Trains a classifier: minimises {@code weight * sum of cross entropies + |W|^2 / (2 C)}.
     *
     * @param classes number of classes
     */
    static LinearClassifier fit(Rows rows, int classes) {
        int width = rows.features().get(0).length;
        double[] centre = centre(rows.features(), width);
        double scale = scale(rows.features(), centre);
        double[] parameters = new double[classes * (width + 1)];
        Loss loss = new Loss(scaled(rows.features(), centre, scale), rows, classes);
        BFGS.minimize(loss, MEMORY, parameters, TOLERANCE, MOST_ITERATIONS);
        float[][] weights = new float[classes][width];
        float[] biases = new float[classes];
        for (int label = 0; label < classes; label++) {
            int from = label * (width + 1);
            double bias = parameters[from + width];
            for (int i = 0; i < width; i++) {
                weights[label][i] = (float) (parameters[from + i] / scale);
                bias -= weights[label][i] * centre[i];
            }
            biases[label] = (float) bias;
        }
        return new LinearClassifier(weights, biases);
    }

    private static double[] centre(List<float[]> features, int width) {
        double[] mean = new double[width];
        for (float[] row : features) {
            for (int i = 0; i < width; i++) {
                mean[i] += row[i] / features.size();
            }
        }
        return mean;
    }

    private static double scale(List<float[]> features, double[] centre) {
        double sum = 0;
        for (float[] row : features) {
            for (int i = 0; i < row.length; i++) {
                sum += (row[i] - centre[i]) * (row[i] - centre[i]);
            }
        }
        double root = Math.sqrt(sum / features.size());
        return root > 0 ? root : 1;
    }

    private static double[][] scaled(List<float[]> features, double[] centre, double scale) {
        double[][] rows = new double[features.size()][centre.length];
        for (int n = 0; n < rows.length; n++) {
            float[] row = features.get(n);
            for (int i = 0; i < row.length; i++) {
                rows[n][i] = (row[i] - centre[i]) / scale;
            }
        }
        return rows;
    }

    /** The loss and its gradient; parameters are the weights and the bias of each class, one after another. */
    private static final class Loss implements DifferentiableMultivariateFunction {
        private final double[][] features;
        private final int[] labels;
        private final double weight;
        private final int classes;
        private final double[] unused;

        Loss(double[][] features, Rows rows, int classes) {
            this.features = features;
            this.labels = rows.labels();
            this.weight = rows.weight();
            this.classes = classes;
            this.unused = new double[classes * (features[0].length + 1)];
        }

        @Override
        public double f(double[] parameters) {
            return g(parameters, unused);
        }

        @Override
        public double g(double[] parameters, double[] gradient) {
            int width = features[0].length;
            Arrays.fill(gradient, 0);
            double loss = 0;
            double[] shares = new double[classes];
            for (int n = 0; n < features.length; n++) {
                loss += weight * shares(parameters, features[n], labels[n], shares);
                for (int label = 0; label < classes; label++) {
                    double error = weight * (shares[label] - (label == labels[n] ? 1 : 0));
                    int from = label * (width + 1);
                    for (int i = 0; i < width; i++) {
                        gradient[from + i] += error * features[n][i];
                    }
                    gradient[from + width] += error;
                }
            }
            return loss + penalty(parameters, gradient);
        }

        /** Fills in the probabilities, and returns the cross entropy in nats. */
        private double shares(double[] parameters, double[] row, int truth, double[] shares) {
            int width = row.length;
            double max = Double.NEGATIVE_INFINITY;
            for (int label = 0; label < classes; label++) {
                int from = label * (width + 1);
                double logit = parameters[from + width];
                for (int i = 0; i < width; i++) {
                    logit += parameters[from + i] * row[i];
                }
                shares[label] = logit;
                max = Math.max(max, logit);
            }
            double sum = 0;
            double own = shares[truth] - max;
            for (int label = 0; label < classes; label++) {
                shares[label] = Math.exp(shares[label] - max);
                sum += shares[label];
            }
            for (int label = 0; label < classes; label++) {
                shares[label] /= sum;
            }
            return Math.log(sum) - own;
        }

        private double penalty(double[] parameters, double[] gradient) {
            int width = features[0].length;
            double sum = 0;
            for (int label = 0; label < classes; label++) {
                int from = label * (width + 1);
                for (int i = from; i < from + width; i++) {
                    sum += parameters[i] * parameters[i];
                    gradient[i] += parameters[i] / C;
                }
            }
            return sum / (2 * C);
        }
    }
}
