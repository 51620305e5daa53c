package org.maferstudio.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.GradCam;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.schedule.Downsampling;
import org.maferstudio.schedule.Resolution;

/** Explains what the network of an experiment says of faces at any resolution. For one thread at a time. */
public final class Explainer implements AutoCloseable {
    /** Side of the mean of images, in pixels. */
    private static final int MEAN_SIDE = 96;

    private final Classifier network;
    private final Optional<GradCam> gradCam;
    private final Kernel kernel;
    private final LabelSet labels;

    /**
     * Opens the network of an experiment.
     *
     * @throws org.maferstudio.job.Problem if it has none, or the method needs a network of this program
     */
    public Explainer(Experiment experiment, ExplanationMethod method, ComputeDevice device) {
        network = experiment.classifier(device);
        gradCam = method == ExplanationMethod.GRAD_CAM
                ? Optional.of(new GradCam(experiment.network(), device))
                : Optional.empty();
        kernel = experiment.manifest().recipe().schedule().kernel();
        labels = new LabelSet(network.contract().labels());
    }

    /** The classes of the network. */
    public LabelSet labels() {
        return labels;
    }

    /** The input contract of the network. */
    public InputContract contract() {
        return network.contract();
    }

    /** The class that the network predicts for a face at a resolution. */
    public int predicted(RasterImage face, Resolution resolution) {
        return network.recognise(List.of(at(face, resolution))).get(0).predicted();
    }

    /**
     * Explains one class of a face.
     *
     * @param face cropped as the network's training images
     * @param label the class; empty for the one that the network predicts at this resolution
     */
    public Explanation of(RasterImage face, Resolution resolution, Optional<Integer> label) {
        RasterImage image = at(face, resolution);
        Recognition said = network.recognise(List.of(image)).get(0);
        int explained = label.orElseGet(said::predicted);
        return new Explanation(
                resolution, image, labels.title(explained), said.probabilities()[explained], 1, map(image, explained));
    }

    /**
     * Explains a class on average over faces.
     *
     * @param faces at least one, cropped as the network's training images
     */
    public Explanation mean(List<RasterImage> faces, Resolution resolution, int label) {
        List<AttributionMap> maps = new ArrayList<>();
        double[] sums = new double[MEAN_SIDE * MEAN_SIDE];
        double probability = 0;
        for (RasterImage face : faces) {
            Explanation one = of(face, resolution, Optional.of(label));
            maps.add(one.map());
            probability += one.probability() / faces.size();
            RasterImage grey = Resampling.resize(one.image().toGrey(), MEAN_SIDE, MEAN_SIDE, Kernel.BILINEAR);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += grey.values()[i] & 0xff;
            }
        }
        byte[] mean = new byte[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (byte) Math.round(sums[i] / faces.size());
        }
        return new Explanation(
                resolution,
                new RasterImage(MEAN_SIDE, MEAN_SIDE, 1, mean),
                labels.title(label),
                probability,
                faces.size(),
                AttributionMap.mean(maps));
    }

    private RasterImage at(RasterImage face, Resolution resolution) {
        return resolution.isNative()
                ? face
                : Downsampling.downsample(face, resolution.pixels().orElseThrow(), kernel);
    }

    private AttributionMap map(RasterImage image, int label) {
        if (gradCam.isEmpty()) {
            return Occlusion.of(network, image, label);
        }
        // The network sees the middle of the resized image.
        InputContract contract = network.contract();
        double side = contract.size() / (double) contract.resize() * image.shorterSide();
        double across = side / image.width() / 2;
        double down = side / image.height() / 2;
        return AttributionMap.within(
                gradCam.get().of(image, label), 0.5 - across, 0.5 - down, 0.5 + across, 0.5 + down);
    }

    @Override
    public void close() {
        network.close();
        gradCam.ifPresent(GradCam::close);
    }
}
