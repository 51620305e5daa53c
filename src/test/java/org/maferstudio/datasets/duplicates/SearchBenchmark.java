package org.maferstudio.datasets.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.fixture.StepTimes;
import org.maferstudio.job.Progress;

/**
 * Searches for near duplicates among so many images of a dataset, evenly drawn, by the index and, for {@code all}, by
 * comparing all pairs. Prints seconds, seconds of the processors, how many groups were found, and peak memory.
 *
 * <p>Arguments: a folder, zip or csv; {@code all} or {@code index}; numbers of images.
 */
final class SearchBenchmark {
    private SearchBenchmark() {}

    public static void main(String[] args) {
        StepTimes times = new StepTimes();
        try (Dataset dataset = Datasets.open(DatasetSource.of(args[0]), Progress.NONE)) {
            List<Sample> samples = dataset.samples();
            Thumbnail[] all = new Thumbnail[samples.size()];
            IntStream.range(0, all.length)
                    .parallel()
                    .forEach(i -> all[i] = Thumbnail.of(samples.get(i).pixels().read()));
            times.end("decoded " + all.length + " images");
            for (int count : Arrays.stream(args, 2, args.length)
                    .mapToInt(Integer::parseInt)
                    .toArray()) {
                List<Thumbnail> drawn = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    drawn.add(all[(int) ((long) i * all.length / count)]);
                }
                times.begin();
                List<List<Integer>> groups = NearDuplicates.among(
                        drawn,
                        (sketches, compared) ->
                                args[1].equals("all") ? new AllPairs(sketches) : new SketchIndex(sketches, compared),
                        Progress.NONE);
                int images = groups.stream().mapToInt(List::size).sum();
                times.end(count + " images: " + groups.size() + " groups of " + images + " images");
            }
        }
        StepTimes.printPeak();
    }
}
