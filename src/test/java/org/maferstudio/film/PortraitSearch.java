package org.maferstudio.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.RasterImage;

/**
 * Searches for painted faces that both included networks classify as intended at native resolution, and the
 * multi-resolution network also at 24, 16 and 12 px. What the baseline predicts at low resolution is not part of the search.
 *
 * <p>An evolution strategy with a diagonal covariance (Ros and Hansen, 2008) starts from faces after Ekman and Friesen's
 * action units, and is kept near them. The same seed gives the same faces.
 */
@SuppressWarnings("EnumOrdinal") // the order of the parameters is that of the vectors
final class PortraitSearch {
    private static final int PARAMETERS = PortraitParameter.values().length;
    private static final int OFFSPRING = 16;
    private static final int PARENTS = 6;
    private static final int POSES = 2;
    /** Resolutions at which the multi-resolution network is to predict the same. */
    private static final int[] LOW = {24, 16, 12};
    /** What a distance from the first face costs, which keeps faces plausible. */
    private static final double NEARNESS = 0.5;

    private final PortraitReader reader;
    private final List<PortraitPerson> persons;
    private final int label;
    private final double[] first;
    private final SplittableRandom random;

    private PortraitSearch(PortraitReader reader, List<PortraitPerson> persons, int label, PortraitFace first) {
        this.reader = reader;
        this.persons = persons;
        this.label = label;
        this.first = normal(first);
        this.random = new SplittableRandom(17 + label);
    }

    /**
     * Searches and writes the faces.
     *
     * @param args the file of the first faces; the file to write; a folder for the networks; the number of generations
     */
    public static void main(String[] args) throws IOException {
        PortraitFaces faces = PortraitFaces.read(Path.of(args[0]));
        try (PortraitReader reader = new PortraitReader(Path.of(args[2]))) {
            LabelSet labels = LabelSet.fer2013();
            for (int label = 0; label < labels.size(); label++) {
                Expression expression = labels.expression(label).orElseThrow();
                PortraitFace found = new PortraitSearch(reader, PortraitFaces.persons(), label, faces.of(expression))
                        .run(Integer.parseInt(args[3]));
                faces = faces.with(expression, found);
                Files.writeString(Path.of(args[1]), faces.toString());
            }
        }
    }

    private PortraitFace run(int generations) {
        double[] mean = first.clone();
        double[] sigma = new double[PARAMETERS];
        Arrays.fill(sigma, 0.12);
        for (int generation = 0; generation < generations; generation++) {
            List<double[]> offspring = new ArrayList<>();
            for (int i = 0; i < OFFSPRING; i++) {
                double[] child = mean.clone();
                for (int k = 0; k < PARAMETERS && i > 0; k++) {
                    child[k] = Math.max(0, Math.min(1, child[k] + sigma[k] * gauss()));
                }
                offspring.add(child);
            }
            double[] losses = losses(offspring, random.nextLong());
            Integer[] order = IntStream.range(0, OFFSPRING).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble(i -> losses[i]));
            double[] next = new double[PARAMETERS];
            double[] spread = new double[PARAMETERS];
            double total = 0;
            for (int rank = 0; rank < PARENTS; rank++) {
                double weight = Math.log(PARENTS + 0.5) - Math.log(rank + 1);
                total += weight;
                double[] child = offspring.get(order[rank]);
                for (int k = 0; k < PARAMETERS; k++) {
                    next[k] += weight * child[k];
                    spread[k] += weight * Portrait.square(child[k] - mean[k]);
                }
            }
            for (int k = 0; k < PARAMETERS; k++) {
                mean[k] = next[k] / total;
                sigma[k] = Math.max(0.015, Math.sqrt(0.8 * sigma[k] * sigma[k] + 0.2 * spread[k] / total));
            }
            System.out.printf(
                    Locale.ROOT, "%d %d best %.3f mean before %.3f%n", label, generation, losses[order[0]], losses[0]);
        }
        return face(mean);
    }

    private double[] losses(List<double[]> candidates, long seed) {
        int each = persons.size() * POSES;
        List<RasterImage> images = IntStream.range(0, candidates.size() * each)
                .parallel()
                .mapToObj(i -> PortraitReader.cropped(
                        persons.get(i % each / POSES),
                        face(candidates.get(i / each)),
                        // All candidates of a generation are seen in the same poses.
                        new SplittableRandom(seed + i % each)))
                .toList();
        double[] losses = new double[candidates.size()];
        add(losses, each, reader.probabilities(0, images, 0), 1);
        add(losses, each, reader.probabilities(1, images, 0), 1);
        for (int resolution : LOW) {
            add(losses, each, reader.probabilities(1, images, resolution), 0.3);
        }
        for (int i = 0; i < losses.length; i++) {
            double far = 0;
            for (int k = 0; k < PARAMETERS; k++) {
                far += Portrait.square(candidates.get(i)[k] - first[k]);
            }
            losses[i] += NEARNESS * far;
        }
        return losses;
    }

    private void add(double[] losses, int each, List<float[]> probabilities, double weight) {
        for (int i = 0; i < probabilities.size(); i++) {
            losses[i / each] -= weight * Math.log(Math.max(1e-6, probabilities.get(i)[label])) / each;
        }
    }

    private double gauss() {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum - 6;
    }

    private static double[] normal(PortraitFace face) {
        double[] values = face.values();
        for (PortraitParameter p : PortraitParameter.values()) {
            values[p.ordinal()] = (values[p.ordinal()] - p.least()) / (p.most() - p.least());
        }
        return values;
    }

    private static PortraitFace face(double[] normal) {
        double[] values = normal.clone();
        for (PortraitParameter p : PortraitParameter.values()) {
            values[p.ordinal()] = p.least() + values[p.ordinal()] * (p.most() - p.least());
        }
        return PortraitFace.of(values);
    }
}
