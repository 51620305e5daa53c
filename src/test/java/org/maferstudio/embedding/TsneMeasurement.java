package org.maferstudio.embedding;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Time and divergence of one t-SNE embedding, from features to the end: {@code measure_tsne.py} in the resources of this
 * package calls it in turns with scikit-learn.
 *
 * <p>Arguments: the features that {@code mafer embed} saved, how many of them to take, and a file for the positions, as
 * little-endian floats.
 */
final class TsneMeasurement {
    private TsneMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        Points all = TsneBenchmark.read(Path.of(arguments[0]));
        int n = Math.min(all.size(), Integer.parseInt(arguments[1]));
        Points points = new Points(Arrays.copyOf(all.rows(), n));
        long start = System.nanoTime();
        double processBefore = processSeconds();
        Tsne tsne = Tsne.of(points, TsneConfig.DEFAULT);
        double preparation = (System.nanoTime() - start) / 1e9;
        while (!tsne.isDone()) {
            tsne.advance();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double process = processSeconds() - processBefore;
        write(tsne.positions(), Path.of(arguments[2]));
        System.out.printf(
                Locale.ROOT,
                "{\"points\": %d, \"kl\": %.4f, \"iterations\": %d, \"seconds\": %.1f, \"cpu\": %.1f, \"preparation\":"
                        + " %.1f}%n",
                n,
                tsne.cost(),
                tsne.iterations(),
                seconds,
                process,
                preparation);
    }

    private static double processSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static void write(Points positions, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * positions.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] at : positions.rows()) {
            bytes.putFloat(at[0]).putFloat(at[1]);
        }
        Files.write(file, bytes.array());
    }
}
