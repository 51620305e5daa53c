package org.maferstudio.embedding;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Principal component analysis of points.
 *
 * <p>The largest eigenvectors of the covariance, by subspace iteration with Rayleigh-Ritz steps (Golub and Van Loan,
 * Matrix Computations, 8.2.4). The same points give the same coordinates, including signs.
 *
 * @param coordinates {@code (N, K)}, largest variance first, zero mean
 * @param variances of the coordinates, descending, divided by N - 1
 * @param totalVariance of the points, over all dimensions
 */
@SuppressWarnings("ArrayRecordComponent") // see Points
public record PrincipalComponents(Points coordinates, double[] variances, double totalVariance) {
    private static final int SPARE = 12;
    private static final int STRIP = 16;
    private static final int MOST_STEPS = 500;
    private static final double SETTLED = 1e-12;

    /**
     * Computes the first components.
     *
     * @param most maximum number; limited by the number of dimensions and the number of points minus one
     */
    public static PrincipalComponents of(Points points, int most) {
        int n = points.size();
        int d = points.dimension();
        int kept = Math.max(1, Math.min(most, Math.min(d, n - 1)));
        double[] mean = mean(points);
        double[][] covariance = covariance(points, mean);
        double total = 0;
        for (int i = 0; i < d; i++) {
            total += covariance[i][i];
        }
        double[][] vectors = Arrays.copyOf(largest(covariance, kept), kept);
        double[] variances = new double[kept];
        for (int k = 0; k < kept; k++) {
            variances[k] = Math.max(0, dot(vectors[k], times(covariance, vectors[k])));
            makeLargestPositive(vectors[k]);
        }
        float[][] coordinates = new float[n][];
        IntStream.range(0, n).parallel().forEach(i -> coordinates[i] = project(points.rows()[i], mean, vectors));
        return new PrincipalComponents(new Points(coordinates), variances, total);
    }

    /** The share of explained variance, 0 to 1; 1 if the total variance is 0. */
    public double varianceKept() {
        double sum = 0;
        for (double variance : variances) {
            sum += variance;
        }
        return totalVariance == 0 ? 1 : Math.min(1, sum / totalVariance);
    }

    private static double[] mean(Points points) {
        double[] mean = new double[points.dimension()];
        for (float[] row : points.rows()) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += row[k];
            }
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= points.size();
        }
        return mean;
    }

    private static double[][] covariance(Points points, double[] mean) {
        int d = mean.length;
        double[][] covariance = new double[d][d];
        // A strip of rows stays in the cache while all points pass.
        IntStream.range(0, (d + STRIP - 1) / STRIP).parallel().forEach(strip -> {
            int end = Math.min(d, (strip + 1) * STRIP);
            double[] centred = new double[end];
            for (float[] row : points.rows()) {
                for (int k = 0; k < end; k++) {
                    centred[k] = row[k] - mean[k];
                }
                for (int a = strip * STRIP; a < end; a++) {
                    add(covariance[a], centred[a], centred, a + 1);
                }
            }
        });
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                covariance[a][b] /= Math.max(1, points.size() - 1);
                covariance[b][a] = covariance[a][b];
            }
        }
        return covariance;
    }

    /** The eigenvectors of the largest eigenvalues of a symmetric matrix, one per row. */
    private static double[][] largest(double[][] matrix, int kept) {
        int d = matrix.length;
        int size = Math.min(d, kept + SPARE);
        Random random = new Random(1);
        double[][] basis = new double[size][d];
        for (double[] vector : basis) {
            for (int k = 0; k < d; k++) {
                vector[k] = random.nextGaussian();
            }
        }
        orthonormalise(basis);
        double[] before = new double[size];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] images = new double[size][];
            double[][] from = basis;
            IntStream.range(0, size).parallel().forEach(i -> images[i] = times(matrix, from[i]));
            SymmetricEigen small = SymmetricEigen.of(products(basis, images));
            basis = combine(small.vectors(), size == d ? basis : images);
            orthonormalise(basis);
            if (size == d || converged(before, small.values(), kept)) {
                break;
            }
            before = small.values();
        }
        return basis;
    }

    private static boolean converged(double[] before, double[] now, int kept) {
        for (int k = 0; k < kept; k++) {
            if (Math.abs(now[k] - before[k]) > SETTLED * Math.abs(now[0])) {
                return false;
            }
        }
        return true;
    }

    private static double[][] products(double[][] left, double[][] right) {
        int size = left.length;
        double[][] products = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = dot(left[i], right[j]);
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    private static double[][] combine(double[][] weights, double[][] vectors) {
        double[][] combined = new double[weights.length][vectors[0].length];
        IntStream.range(0, weights.length).parallel().forEach(i -> {
            for (int j = 0; j < vectors.length; j++) {
                add(combined[i], weights[i][j], vectors[j], vectors[j].length);
            }
        });
        return combined;
    }

    /** Gram-Schmidt, twice to remove rounding errors. */
    private static void orthonormalise(double[][] vectors) {
        for (int i = 0; i < vectors.length; i++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    add(vectors[i], -dot(vectors[i], vectors[j]), vectors[j], vectors[j].length);
                }
            }
            double norm = Math.sqrt(dot(vectors[i], vectors[i]));
            for (int k = 0; k < vectors[i].length; k++) {
                // A direction without variance has length 0; any unit vector will do.
                vectors[i][k] = norm < 1e-300 ? 0 : vectors[i][k] / norm;
            }
        }
    }

    private static void makeLargestPositive(double[] vector) {
        double largest = 0;
        for (double value : vector) {
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        if (largest < 0) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] = -vector[k];
            }
        }
    }

    private static float[] project(float[] row, double[] mean, double[][] vectors) {
        float[] projected = new float[vectors.length];
        for (int k = 0; k < projected.length; k++) {
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += (row[i] - mean[i]) * vectors[k][i];
            }
            projected[k] = (float) sum;
        }
        return projected;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    private static void add(double[] target, double factor, double[] vector, int length) {
        for (int k = 0; k < length; k++) {
            target[k] += factor * vector[k];
        }
    }

    /** Four sums, because each addition waits for the one before. */
    private static double dot(double[] a, double[] b) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int k = 0;
        for (; k + 3 < a.length; k += 4) {
            first += a[k] * b[k];
            second += a[k + 1] * b[k + 1];
            third += a[k + 2] * b[k + 2];
            fourth += a[k + 3] * b[k + 3];
        }
        for (; k < a.length; k++) {
            first += a[k] * b[k];
        }
        return (first + second) + (third + fourth);
    }
}
