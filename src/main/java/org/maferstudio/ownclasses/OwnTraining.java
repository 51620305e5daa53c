package org.maferstudio.ownclasses;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Downsampling;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Trains classifiers for the user's classes on the frozen features of networks, once on faces at native resolution and
 * once at all resolutions, and evaluates both at all resolutions by cross-validation over blocks of time.
 */
public final class OwnTraining {
    /** Minimum number of samples per class. */
    public static final int LEAST_SAMPLES = 8;

    /** The split of the held-out predictions: every sample is held out once, so none is a test sample. */
    static final String SPLIT = "validation";

    private static final int BATCH = 64;

    private final List<OwnClass> classes;
    private final List<Place> places = new ArrayList<>();
    private final int[] labels;
    private final LabelSet names;

    /** A sample among all. */
    private record Place(int label, int index, FaceSample sample, String id, String group) {}

    /**
     * Creates a training.
     *
     * @throws Problem if there are fewer than two classes, or a class has fewer than {@link #LEAST_SAMPLES} samples
     */
    public OwnTraining(List<OwnClass> classes) {
        if (classes.size() < 2) {
            throw Problem.input(Texts.of("ownclasses.error.classes"));
        }
        this.classes = List.copyOf(classes);
        this.names = new LabelSet(classes.stream().map(OwnClass::name).toList());
        for (int label = 0; label < classes.size(); label++) {
            List<FaceSample> samples = classes.get(label).samples();
            if (samples.size() < LEAST_SAMPLES) {
                throw Problem.input(
                        Texts.of("ownclasses.error.samples", classes.get(label).name(), LEAST_SAMPLES));
            }
            boolean sequences =
                    samples.stream().map(FaceSample::take).distinct().count() < samples.size();
            for (int i = 0; i < samples.size(); i++) {
                String group = sequences ? names.name(label) + ", block " + (TimeBlocks.of(i, samples.size()) + 1) : "";
                places.add(new Place(label, i, samples.get(i), id(names.name(label), i), group));
            }
        }
        this.labels = places.stream().mapToInt(Place::label).toArray();
    }

    /** The ID of a sample: its path in a folder of saved faces. */
    static String id(String name, int index) {
        return "train/" + name + "/" + String.format(Locale.ROOT, "%04d.png", index + 1);
    }

    /**
     * Trains.
     *
     * @return one classifier per network, in order; empty if a stop was requested
     */
    public Optional<List<OwnClassifier>> run(List<FrozenNetwork> networks, Progress progress) {
        List<OwnClassifier> trained = new ArrayList<>();
        for (FrozenNetwork network : networks) {
            Optional<Map<Resolution, List<float[]>>> features =
                    features(network, trained.size(), networks.size(), progress);
            if (features.isEmpty()) {
                return Optional.empty();
            }
            progress.report(-1, Texts.of("ownclasses.progress.fit", network.title()));
            Map<TrainedAt, OwnClassifier.Variant> variants = new EnumMap<>(TrainedAt.class);
            for (TrainedAt at : TrainedAt.values()) {
                if (progress.stopRequested()) {
                    return Optional.empty();
                }
                variants.put(at, variant(at, features.get()));
            }
            trained.add(new OwnClassifier(
                    network.experiment(), network.title(), network.contract().withLabels(names.names()), variants));
        }
        return Optional.of(trained);
    }

    private Optional<Map<Resolution, List<float[]>>> features(
            FrozenNetwork network, int number, int networks, Progress progress) {
        InputPacker packer = network.packer();
        Kernel kernel = packer.contract().kernel();
        int all = places.size() * TrainedAt.RESOLUTIONS.size();
        int done = 0;
        Map<Resolution, List<float[]>> features = new HashMap<>();
        for (Resolution resolution : TrainedAt.RESOLUTIONS) {
            List<float[]> rows = new ArrayList<>();
            while (rows.size() < places.size()) {
                if (progress.stopRequested()) {
                    return Optional.empty();
                }
                List<RasterImage> faces =
                        places.subList(rows.size(), Math.min(places.size(), rows.size() + BATCH)).stream()
                                .map(place -> at(place.sample().crop(packer), resolution, kernel))
                                .toList();
                rows.addAll(network.features(faces));
                done += faces.size();
                progress.report(
                        (number + (double) done / all) / networks,
                        Texts.of("ownclasses.progress.features", network.title(), done, all));
            }
            features.put(resolution, rows);
        }
        return Optional.of(features);
    }

    private static RasterImage at(RasterImage face, Resolution resolution, Kernel kernel) {
        return resolution.isNative()
                ? face
                : Downsampling.downsample(face, resolution.pixels().orElseThrow(), kernel);
    }

    private OwnClassifier.Variant variant(TrainedAt at, Map<Resolution, List<float[]>> features) {
        LinearClassifier classifier =
                fit(at, features, IntStream.range(0, labels.length).toArray());
        return new OwnClassifier.Variant(classifier, heldOut(at, features));
    }

    private LinearClassifier fit(TrainedAt at, Map<Resolution, List<float[]>> features, int[] samples) {
        List<float[]> rows = new ArrayList<>();
        int[] truth = new int[samples.length * at.resolutions().size()];
        for (Resolution resolution : at.resolutions()) {
            for (int sample : samples) {
                truth[rows.size()] = labels[sample];
                rows.add(features.get(resolution).get(sample));
            }
        }
        // A face counts once, at however many resolutions it is shown, so that the penalty is the same for both.
        double weight = 1.0 / at.resolutions().size();
        return SoftmaxRegression.fit(new SoftmaxRegression.Rows(rows, truth, weight), names.size());
    }

    private List<Predictions> heldOut(TrainedAt at, Map<Resolution, List<float[]>> features) {
        if (!classes.stream().map(OwnClass::samples).allMatch(TimeBlocks::suit)) {
            return List.of();
        }
        List<LinearClassifier> folds = IntStream.range(0, TimeBlocks.COUNT)
                .parallel()
                .mapToObj(block -> fit(at, features, trainedWithout(block)))
                .toList();
        return TrainedAt.RESOLUTIONS.stream()
                .map(resolution -> new Predictions(
                        names,
                        SPLIT,
                        resolution,
                        IntStream.range(0, places.size())
                                .mapToObj(i -> prediction(
                                        places.get(i),
                                        folds.get(block(i))
                                                .recognise(
                                                        features.get(resolution).get(i))))
                                .toList()))
                .toList();
    }

    private int block(int place) {
        Place sample = places.get(place);
        return TimeBlocks.of(
                sample.index(), classes.get(sample.label()).samples().size());
    }

    private int[] trainedWithout(int block) {
        List<Integer> trained = new ArrayList<>();
        int first = 0;
        for (OwnClass each : classes) {
            for (int index : TimeBlocks.trained(each.samples(), block)) {
                trained.add(first + index);
            }
            first += each.samples().size();
        }
        return trained.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Prediction prediction(Place place, Recognition answer) {
        return new Prediction(place.id(), place.group(), place.label(), answer.predicted(), answer.probabilities());
    }
}
