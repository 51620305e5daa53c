package org.maferstudio.results;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction of the p-values of several tests made together.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">Holm 1979</a>
 */
public final class Holm {
    private Holm() {}

    /** Corrected p-values in the order of the given ones. */
    public static double[] corrected(double... p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[p.length];
        double least = 0;
        for (int rank = 0; rank < order.length; rank++) {
            least = Math.max(least, Math.min(1, (p.length - rank) * p[order[rank]]));
            corrected[order[rank]] = least;
        }
        return corrected;
    }
}
