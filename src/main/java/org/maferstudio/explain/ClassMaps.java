package org.maferstudio.explain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Maps averaged over the faces that a network predicts as a class, at each resolution: what it looks at when it says fear
 * at 12 px. Each face is recognised once at a resolution, for all classes, until there are enough.
 */
public final class ClassMaps {
    /** Faces that are recognised together. */
    private static final int BATCH = 32;

    /**
     * What is averaged.
     *
     * @param labels the classes
     * @param resolutions in the order of the result
     * @param most faces of a class at a resolution; at least 1
     */
    public record Request(Set<Integer> labels, List<Resolution> resolutions, int most) {
        public Request {
            labels = Set.copyOf(labels);
            resolutions = List.copyOf(resolutions);
        }
    }

    private final Explainer explainer;
    private final Request request;
    /** By class, in its order, and by the place of the resolution. */
    private final Map<Integer, List<MeanExplanation>> means = new TreeMap<>();

    private ClassMaps(Explainer explainer, Request request) {
        this.explainer = explainer;
        this.request = request;
        for (int label : request.labels()) {
            means.put(
                    label,
                    request.resolutions().stream()
                            .map(any -> new MeanExplanation())
                            .toList());
        }
    }

    /**
     * Averages over the first faces that are predicted as each class.
     *
     * @param faces cropped as the network's training images, in random order: those of a dataset are often sorted by class
     * @return by class; resolutions at which no face is predicted as the class are missing, all of a class too. Incomplete
     *     if it was stopped
     */
    public static Map<Integer, List<Explanation>> of(
            Explainer explainer, Iterator<RasterImage> faces, Request request, Progress progress) {
        ClassMaps maps = new ClassMaps(explainer, request);
        while (faces.hasNext() && !maps.isComplete() && !progress.stopRequested()) {
            List<RasterImage> batch = new ArrayList<>();
            while (faces.hasNext() && batch.size() < BATCH) {
                batch.add(faces.next());
            }
            maps.add(batch, progress);
        }
        Map<Integer, List<Explanation>> all = new TreeMap<>();
        maps.means.forEach((label, row) -> all.put(
                label, row.stream().flatMap(mean -> mean.explanation().stream()).toList()));
        all.values().removeIf(List::isEmpty);
        return all;
    }

    private boolean isComplete() {
        return means.values().stream().flatMap(List::stream).allMatch(this::isFull);
    }

    private boolean isFull(MeanExplanation mean) {
        return mean.faces() >= request.most();
    }

    private void add(List<RasterImage> faces, Progress progress) {
        for (int i = 0; i < request.resolutions().size(); i++) {
            int place = i;
            if (means.values().stream().allMatch(row -> isFull(row.get(place)))) {
                continue;
            }
            for (Explainer.Recognised face :
                    explainer.recognise(faces, request.resolutions().get(i))) {
                if (progress.stopRequested()) {
                    return;
                }
                int predicted = face.predicted();
                if (means.containsKey(predicted) && !isFull(means.get(predicted).get(place))) {
                    means.get(predicted).get(place).add(explainer.of(face, predicted));
                    report(progress);
                }
            }
        }
    }

    private void report(Progress progress) {
        List<MeanExplanation> all =
                means.values().stream().flatMap(List::stream).toList();
        int done = all.stream().mapToInt(MeanExplanation::faces).sum();
        int most = all.size() * request.most();
        progress.report(done / (double) most, Texts.of("explain.class.progress", done, most));
    }
}
