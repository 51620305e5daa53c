package org.maferstudio.datasets.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Fingerprint;
import org.maferstudio.datasets.ImageSummary;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** Checks every image of a dataset and reports issues that affect the results. */
public final class DatasetCheck {
    private static final int PICTURES_BETWEEN_REPORTS = 256;

    private final Dataset dataset;
    private final PixelCache cache;
    private final Progress progress;

    private DatasetCheck(Dataset dataset, PixelCache cache, Progress progress) {
        this.dataset = dataset;
        this.cache = cache;
        this.progress = progress;
    }

    /**
     * Examines a dataset.
     *
     * @param cache of all its samples
     * @param duplicates remembers the near duplicates of datasets that were examined before
     * @return the issues; if stopped, those of the images checked by then
     */
    public static DatasetCheckResult examine(
            Dataset dataset, PixelCache cache, DuplicateStore duplicates, Progress progress) {
        return new DatasetCheck(dataset, cache, progress).examine(duplicates);
    }

    private DatasetCheckResult examine(DuplicateStore store) {
        ImageSummary[] prints = prints();
        progress.report(-1, Texts.of("datasets.check.progress.duplicates"));
        DatasetIssueWriter writer = new DatasetIssueWriter(dataset.labels(), dataset.samples());
        DuplicateSearch duplicates = new DuplicateSearch(prints);
        List<DatasetIssue> findings = new ArrayList<>(dataset.damage());
        findings.addAll(cache.damage());
        List<List<Integer>> exact = blankLast(duplicates.exact(), prints);
        // Each drawn face has a description of its own, yet all have the same strokes: there is nothing to search for.
        boolean drawn = dataset.format().equals(DrawnFaces.FORMAT);
        List<List<Integer>> near = drawn ? List.of() : duplicates.near(store, progress);
        findings.addAll(writer.duplicates(DatasetIssue.Kind.EXACT_DUPLICATE, exact));
        findings.addAll(writer.duplicates(DatasetIssue.Kind.NEAR_DUPLICATE, near));
        // Blank images are reported once, below; their different labels are not an issue.
        findings.addAll(writer.conflicts(
                DatasetIssue.Kind.EXACT_DUPLICATE,
                exact.stream().filter(group -> !prints[group.get(0)].isBlank()).toList()));
        findings.addAll(writer.conflicts(DatasetIssue.Kind.NEAR_DUPLICATE, near));
        findings.addAll(writer.leaks());
        findings.addAll(writer.blank(indices(prints, ImageSummary::isBlank)));
        Map<String, int[]> counts = counts(prints);
        findings.addAll(writer.smallClasses(counts));
        findings.addAll(writer.idleResolutions(prints));
        findings.addAll(reoriented());
        dataset.notes().forEach(note -> findings.add(new DatasetIssue(DatasetIssue.Kind.NOTE, "", note)));
        return new DatasetCheckResult(
                dataset.labels(),
                counts,
                means(prints),
                sizes(prints),
                findings,
                Fingerprint.of(dataset.labels(), dataset.samples(), exactPrints(prints)));
    }

    /** Groups in their order, those of blank images at the end, so that the first one shows a face. */
    private static List<List<Integer>> blankLast(List<List<Integer>> groups, ImageSummary[] prints) {
        return groups.stream()
                .sorted(Comparator.comparing(group -> prints[group.get(0)].isBlank()))
                .toList();
    }

    private ImageSummary[] prints() {
        AtomicInteger seen = new AtomicInteger();
        int all = dataset.samples().size();
        return IntStream.range(0, all)
                .parallel()
                .mapToObj(i -> {
                    int done = seen.incrementAndGet();
                    if (done % PICTURES_BETWEEN_REPORTS == 0) {
                        progress.report(done / (double) all, Texts.of("datasets.check.progress.images", done, all));
                    }
                    return print(i);
                })
                .toArray(ImageSummary[]::new);
    }

    /** A note on the images that are shown rotated or mirrored, as their EXIF says. */
    private List<DatasetIssue> reoriented() {
        List<String> ids = dataset.samples().parallelStream()
                .filter(sample -> !progress.stopRequested() && sample.pixels().isReoriented())
                .map(Sample::id)
                .toList();
        return ids.isEmpty()
                ? List.of()
                : List.of(new DatasetIssue(
                        DatasetIssue.Kind.NOTE, "", Texts.of("datasets.check.reoriented", ids.size()), ids));
    }

    private ImageSummary print(int place) {
        if (progress.stopRequested()) {
            return null;
        }
        try {
            Sample sample = dataset.samples().get(place);
            RasterImage image = cache.image(sample);
            return cache.facts(sample)
                    .map(facts -> ImageSummary.of(facts, image))
                    .orElseGet(() -> ImageSummary.of(image));
        } catch (Problem e) {
            // Unreadable: the cache lists it.
            return null;
        }
    }

    private static String[] exactPrints(ImageSummary[] prints) {
        String[] exact = new String[prints.length];
        for (int i = 0; i < prints.length; i++) {
            exact[i] = prints[i] == null ? null : prints[i].exact();
        }
        return exact;
    }

    private static List<Integer> indices(ImageSummary[] prints, Predicate<ImageSummary> which) {
        return IntStream.range(0, prints.length)
                .filter(i -> prints[i] != null && which.test(prints[i]))
                .boxed()
                .toList();
    }

    private Map<String, int[]> counts(ImageSummary[] prints) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        dataset.splits()
                .forEach(split -> counts.put(split, new int[dataset.labels().size()]));
        for (int i : indices(prints, print -> true)) {
            Sample sample = dataset.samples().get(i);
            counts.get(sample.split())[sample.label()]++;
        }
        return counts;
    }

    private Map<String, DatasetCheckResult.ChannelMeans> means(ImageSummary[] prints) {
        Map<String, long[]> sums = new LinkedHashMap<>();
        dataset.splits().forEach(split -> sums.put(split, new long[5]));
        for (int i : indices(prints, print -> true)) {
            long[] sum = sums.get(dataset.samples().get(i).split());
            for (int channel = 0; channel < 4; channel++) {
                sum[channel] += prints[i].sum(channel);
            }
            sum[4] += prints[i].pixels();
        }
        Map<String, DatasetCheckResult.ChannelMeans> means = new LinkedHashMap<>();
        sums.forEach((split, sum) -> {
            if (sum[4] > 0) {
                double pixels = sum[4];
                means.put(
                        split,
                        new DatasetCheckResult.ChannelMeans(
                                sum[2] / pixels, sum[1] / pixels, sum[0] / pixels, sum[3] / pixels));
            }
        });
        return means;
    }

    private static Map<String, Integer> sizes(ImageSummary[] prints) {
        Map<String, Integer> sizes = new TreeMap<>();
        for (int i : indices(prints, print -> true)) {
            sizes.merge(prints[i].size(), 1, Integer::sum);
        }
        return sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }
}
