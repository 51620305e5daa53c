package org.maferstudio.ui.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.schedule.Downsampling;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.texts.Texts;

/**
 * The images that the pane tries a schedule on: some of a dataset, so that its size is known, of which one is shown.
 *
 * @param name of the dataset
 * @param training how many images an epoch has: the training part, or all where there is none
 * @param shorterSide the median of the looked-at images, in pixels
 * @param images some, spread over the training part; at least one
 */
record PreviewFaces(String name, int training, int shorterSide, List<RasterImage> images) {
    private static final int LOOKED_AT = 24;
    private static final int MOST_SHOWN = 8;

    /** Reads a few images of a dataset, or draws faces if there is none. */
    static PreviewFaces of(Dataset chosen, String name, Progress progress) {
        Dataset dataset = chosen == null ? Datasets.open(DatasetSource.of("drawn"), Progress.NONE) : chosen;
        List<Sample> training = dataset.samples(Sample.TRAIN);
        List<Sample> all = training.isEmpty() ? dataset.samples() : training;
        List<RasterImage> images = new ArrayList<>();
        int count = Math.min(LOOKED_AT, all.size());
        for (int i = 0; i < count && !progress.stopRequested(); i++) {
            images.add(all.get((int) ((long) all.size() * i / count)).pixels().read());
        }
        if (!images.stream().allMatch(RasterImage::isBlank)) {
            images.removeIf(RasterImage::isBlank); // Nothing is to be trained on from downsampling these.
        }
        if (images.isEmpty()) {
            throw Problem.input(Texts.of("schedule.preview.error.noImages", dataset.name()));
        }
        int[] sides =
                images.stream().mapToInt(RasterImage::shorterSide).sorted().toArray();
        return new PreviewFaces(chosen == null ? dataset.name() : name, all.size(), sides[sides.length / 2], images);
    }

    /** One of the images at the resolutions of a schedule, few pixels first, and at native resolution. */
    List<FaceAtResolution> downsampled(int index, ResolutionSchedule schedule) {
        RasterImage face = images.get(Math.floorMod(index, images.size()));
        List<FaceAtResolution> lowered = new ArrayList<>();
        for (int resolution : shown(schedule)) {
            boolean changes = Downsampling.changes(face, resolution);
            lowered.add(new FaceAtResolution(
                    Texts.of("schedule.pixels.label", resolution),
                    changes ? "" : Texts.of("schedule.preview.face.unchanged"),
                    Downsampling.downsample(face, resolution, schedule.kernel()),
                    changes));
        }
        lowered.add(new FaceAtResolution(
                Texts.of("schedule.preview.face.native"), face.width() + " \u00d7 " + face.height(), face, true));
        return lowered;
    }

    /** All resolutions where they are few, else some of them, evenly by their logarithm; few pixels first. */
    private static SortedSet<Integer> shown(ResolutionSchedule schedule) {
        TreeSet<Integer> all = new TreeSet<>(schedule.which().shares().keySet());
        SortedSet<Integer> shown = new TreeSet<>();
        if (all.size() <= MOST_SHOWN) {
            shown.addAll(all);
            return shown;
        }
        for (int i = 0; i < MOST_SHOWN; i++) {
            double wanted = all.first() * Math.pow((double) all.last() / all.first(), i / (MOST_SHOWN - 1.0));
            shown.add(all.floor((int) Math.round(wanted)));
        }
        return shown;
    }
}
