package org.maferstudio.crops;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceCrop;
import org.maferstudio.faces.FaceGeometry;
import org.maferstudio.faces.FaceSearch;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.texts.Texts;

/**
 * Measures what detection and cropping cost: the images of a dataset of tight faces are pasted into larger scenes at
 * several sizes and tilts; faces are detected, cropped by each network's input contract, and classified. The
 * accuracy is compared with that on the same images as they are.
 *
 * @param source of the images, all of its splits
 * @param images number of images, drawn from the dataset with a fixed seed
 * @param sides of the faces in the scenes, in pixels
 * @param tilts clockwise, in degrees
 */
public record SceneBenchmark(DatasetSource source, int images, List<Integer> sides, List<Double> tilts) {
    private static final long SEED = 17;
    private static final int BATCH = 64;
    /** Minimum overlap with the pasted image of a face that counts as found. */
    private static final double FOUND = 0.2;

    public SceneBenchmark {
        sides = List.copyOf(sides);
        tilts = List.copyOf(tilts);
        if (images < 1 || sides.stream().anyMatch(side -> side < 16 || side > FaceScene.MOST)) {
            throw Problem.input(Texts.of("crops.scenes.error.range", FaceScene.MOST));
        }
    }

    /**
     * Where a network is right, at one size and tilt.
     *
     * @param network the experiment's name
     * @param side of the faces, in pixels
     * @param tilt in degrees
     * @param alignment of the crops
     * @param images number of images
     * @param found number of them in which the face was detected
     * @param plain accuracy on the detected images as they are, 0 to 1; NaN if there are none
     * @param cropped accuracy on the crops of the same, 0 to 1; NaN if there are none
     * @param all accuracy over all images where faces that are not detected count as errors, 0 to 1
     * @param square median of the image's side divided by that of the square around the face; NaN if there are none
     */
    public record Row(
            String network,
            int side,
            double tilt,
            Alignment alignment,
            int images,
            int found,
            double plain,
            double cropped,
            double all,
            double square) {}

    /** A scene with the face that was found in it. */
    private record Found(Sample sample, RasterImage plain, FaceScene scene, DetectedFace face) {}

    /**
     * Measures each network with the upright crop and with level eyes.
     *
     * @return a row for each network, side, tilt and alignment; fewer if a stop was requested
     * @throws Problem if the dataset's classes are not those of a network
     */
    public List<Row> run(List<Path> experiments, ComputeDevice device, Progress progress) {
        List<Row> rows = new ArrayList<>();
        List<Classifier> networks = new ArrayList<>();
        try (Dataset dataset = Datasets.open(source, progress);
                FaceSearch search = new FaceSearch()) {
            List<Sample> samples = new ArrayList<>(dataset.samples());
            Collections.shuffle(samples, new Random(SEED));
            samples = samples.subList(0, Math.min(images, samples.size()));
            for (Path folder : experiments) {
                networks.add(Experiment.open(folder).classifier(device));
                check(networks.get(networks.size() - 1), dataset);
            }
            int done = 0;
            for (int side : sides) {
                for (double tilt : tilts) {
                    progress.report(
                            done++ / (double) (sides.size() * tilts.size()),
                            Texts.of("crops.scenes.progress", side, tilt));
                    List<Found> found = found(samples, side, tilt, search, progress);
                    if (progress.stopRequested()) {
                        return rows;
                    }
                    for (int i = 0; i < networks.size(); i++) {
                        String name = Experiment.open(experiments.get(i))
                                .manifest()
                                .recipe()
                                .name();
                        for (Alignment alignment : List.of(Alignment.NONE, Alignment.EYES)) {
                            rows.add(row(
                                    networks.get(i),
                                    found,
                                    new Row(name, side, tilt, alignment, samples.size(), found.size(), 0, 0, 0, 0),
                                    dataset));
                        }
                    }
                }
            }
            return rows;
        } finally {
            networks.forEach(Classifier::close);
        }
    }

    private static void check(Classifier network, Dataset dataset) {
        if (!network.contract().labels().containsAll(dataset.labels().names())) {
            throw Problem.input(Texts.of(
                    "crops.scenes.error.classes",
                    String.join(", ", dataset.labels().names()),
                    String.join(", ", network.contract().labels())));
        }
    }

    private static List<Found> found(
            List<Sample> samples, int side, double tilt, FaceSearch search, Progress progress) {
        Found[] found = new Found[samples.size()];
        FaceScene.Background[] backgrounds = FaceScene.Background.values();
        FaceSearch.each(samples.size(), progress::stopRequested, i -> {
            RasterImage plain = samples.get(i).pixels().read();
            FaceScene scene =
                    FaceScene.of(plain, side, tilt, backgrounds[i % backgrounds.length], new Random(SEED + i));
            search.faces(scene.image()).stream()
                    .filter(face -> face.bounds().overlap(scene.square()) > FOUND)
                    .max(Comparator.comparingDouble(face -> face.bounds().overlap(scene.square())))
                    .ifPresent(face -> found[i] = new Found(samples.get(i), plain, scene, face));
        });
        return Arrays.stream(found).filter(Objects::nonNull).toList();
    }

    private static Row row(Classifier network, List<Found> found, Row of, Dataset dataset) {
        FaceGeometry geometry = FaceGeometry.of(network.contract()).with(of.alignment());
        int largest = network.contract().resize();
        int plain = correct(network, found, Found::plain, dataset);
        int cropped = correct(
                network, found, each -> FaceCrop.cut(each.scene().image(), each.face(), geometry, largest), dataset);
        double[] ratios = found.stream()
                .mapToDouble(
                        each -> of.side() / FaceGeometry.square(each.face()).height())
                .sorted()
                .toArray();
        return new Row(
                of.network(),
                of.side(),
                of.tilt(),
                of.alignment(),
                of.images(),
                of.found(),
                share(plain, of.found()),
                share(cropped, of.found()),
                share(cropped, of.images()),
                ratios.length == 0 ? Double.NaN : ratios[ratios.length / 2]);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : part / (double) whole;
    }

    private static int correct(
            Classifier network, List<Found> found, Function<Found, RasterImage> image, Dataset dataset) {
        int correct = 0;
        for (int from = 0; from < found.size(); from += BATCH) {
            List<Found> batch = found.subList(from, Math.min(found.size(), from + BATCH));
            List<Recognition> answers =
                    network.recognise(batch.stream().map(image).toList());
            for (int i = 0; i < batch.size(); i++) {
                String truth = dataset.labels().name(batch.get(i).sample().label());
                String predicted =
                        network.contract().labels().get(answers.get(i).predicted());
                correct += truth.equals(predicted) ? 1 : 0;
            }
        }
        return correct;
    }
}
