package org.maferstudio.datasets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.maferstudio.datasets.saved.ImageFacts;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.files.Sha256;

/** Identifies a dataset by its content: the same images with the same classes and splits have the same fingerprint. */
public final class Fingerprint {
    private Fingerprint() {}

    /**
     * Computes the fingerprint of the readable samples of a dataset.
     *
     * @param dataset with the splits that are used
     * @param cache of its samples
     * @return 64 hex digits
     */
    public static String of(Dataset dataset, PixelCache cache) {
        List<Sample> samples = dataset.samples();
        String[] pictures =
                samples.parallelStream().map(sample -> pixels(cache, sample)).toArray(String[]::new);
        return of(dataset.labels(), samples, pictures);
    }

    /** The hash of the pixels of each readable sample, by its ID; the same for all folds of a dataset. */
    public static Map<String, String> pixels(PixelCache cache) {
        Map<String, String> hashes = new HashMap<>();
        cache.readable().forEach(sample -> hashes.put(sample.id(), pixels(cache, sample)));
        return hashes;
    }

    /**
     * Computes the fingerprint of a dataset whose pixels are known.
     *
     * @param hashes as {@link #pixels(PixelCache)} returns them, of this dataset or another fold of it
     */
    public static String of(Dataset dataset, Map<String, String> hashes) {
        String[] pictures = dataset.samples().stream()
                .map(sample -> hashes.get(sample.id()))
                .toArray(String[]::new);
        return of(dataset.labels(), dataset.samples(), pictures);
    }

    /**
     * The fingerprint of samples whose pixels are known by their hash.
     *
     * @param pictures the hash of each sample's pixels; null if it cannot be read
     */
    public static String of(LabelSet labels, List<Sample> samples, String[] pictures) {
        String[] lines = IntStream.range(0, samples.size())
                .parallel()
                .filter(i -> pictures[i] != null)
                .mapToObj(i -> pictures[i] + " " + labels.name(samples.get(i).label()) + " "
                        + samples.get(i).split() + votes(samples.get(i)) + "\n")
                .sorted()
                .toArray(String[]::new);
        Sha256 sum = new Sha256();
        Arrays.stream(lines).forEach(line -> sum.add(line.getBytes(StandardCharsets.UTF_8)));
        return sum.hex();
    }

    private static String votes(Sample sample) {
        return sample.votes().isEmpty() ? "" : " " + sample.votes();
    }

    private static String pixels(PixelCache cache, Sample sample) {
        // The cache lists those that are unreadable.
        return cache.facts(sample).map(ImageFacts::exact).orElse(null);
    }
}
