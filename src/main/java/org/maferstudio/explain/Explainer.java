package org.maferstudio.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.GradCam;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.schedule.Downsampling;
import org.maferstudio.schedule.Resolution;

/** Explains what the network of an experiment says of faces at any resolution. For one thread at a time. */
public final class Explainer implements AutoCloseable {
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
        this(
                experiment.classifier(device),
                method == ExplanationMethod.GRAD_CAM
                        ? Optional.of(new GradCam(experiment.network(), device))
                        : Optional.empty(),
                experiment.manifest().recipe().schedule().kernel());
    }

    /** By occlusion, unless there is Grad-CAM. */
    Explainer(Classifier network, Optional<GradCam> gradCam, Kernel kernel) {
        this.network = network;
        this.gradCam = gradCam;
        this.kernel = kernel;
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

    /**
     * A face at a resolution, and what the network says of it.
     *
     * @param image at the resolution
     * @param recognition of the image
     */
    record Recognised(Resolution resolution, RasterImage image, Recognition recognition) {
        /** The class that the network predicts. */
        int predicted() {
            return recognition.predicted();
        }
    }

    /** Recognises faces at a resolution, all together. */
    List<Recognised> recognise(List<RasterImage> faces, Resolution resolution) {
        List<RasterImage> images =
                faces.stream().map(face -> at(face, resolution)).toList();
        List<Recognition> answers = network.recognise(images);
        return IntStream.range(0, images.size())
                .mapToObj(i -> new Recognised(resolution, images.get(i), answers.get(i)))
                .toList();
    }

    /**
     * Explains one class of a face.
     *
     * @param face cropped as the network's training images
     * @param label the class; empty for the one that the network predicts at this resolution
     */
    public Explanation of(RasterImage face, Resolution resolution, Optional<Integer> label) {
        Recognised recognised = recognise(List.of(face), resolution).get(0);
        return of(recognised, label.orElseGet(recognised::predicted));
    }

    /** Explains one class of a face that was recognised. */
    Explanation of(Recognised face, int label) {
        double probability = face.recognition().probabilities()[label];
        return new Explanation(face.resolution(), face.image(), labels.title(label), probability, 1, map(face, label));
    }

    private RasterImage at(RasterImage face, Resolution resolution) {
        return resolution.isNative()
                ? face
                : Downsampling.downsample(face, resolution.pixels().orElseThrow(), kernel);
    }

    private AttributionMap map(Recognised face, int label) {
        RasterImage image = face.image();
        if (gradCam.isEmpty()) {
            return Occlusion.of(network, image, label, face.recognition().probabilities()[label]);
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
