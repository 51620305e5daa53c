package org.maferstudio.film;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceCrop;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.EngineClassifier;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.schedule.Downsampling;

/** Classifies painted faces with the networks that the live view shows first. */
final class PortraitReader implements AutoCloseable {
    /** Side of the images that the networks were trained on, in pixels. */
    static final int SIDE = 48;

    /** Side of the images that are painted, in pixels. */
    private static final int PAINTED = 72;

    /** Half heads across a cropped face: between the crops of FER2013 and those of the detector with a wide margin. */
    private static final double SPAN = 1.68;
    /** The middle of a cropped face in half heads below the eyes. */
    private static final double MIDDLE = 0.21;

    private final List<Classifier> networks = new ArrayList<>();

    /** Opens the included networks, extracted to a folder. */
    PortraitReader(Path shelf) {
        var device = ComputeEngine.load(1).device(DeviceChoice.of("cpu"));
        for (IncludedExperiments.Entry entry : IncludedExperiments.entries()) {
            if (entry.network()) {
                networks.add(EngineClassifier.open(
                        IncludedExperiments.open(entry, shelf).bestWeights(), device));
            }
        }
    }

    /** Paints a face as it is cropped from a frame, at a place, size and pose that vary as tracked faces do. */
    static RasterImage cropped(PortraitPerson person, PortraitFace face, SplittableRandom random) {
        double zoom = random.nextDouble(0.9, 1.12);
        double unit = PAINTED / SPAN * zoom;
        PortraitScene scene = new PortraitScene(
                PAINTED / 2.0 + random.nextDouble(-0.05, 0.05) * unit,
                PAINTED / 2.0 - (MIDDLE + random.nextDouble(-0.06, 0.06)) * unit,
                unit,
                random.nextDouble(-7, 7),
                random.nextDouble(-3, 3),
                random.nextDouble(-3, 3),
                random.nextDouble(-50, -30));
        return small(new Portrait(person, face).paint(PAINTED, PAINTED, scene));
    }

    static RasterImage small(RasterImage image) {
        return Resampling.resize(image, SIDE, SIDE, Kernel.BILINEAR);
    }

    /** A face as the live view crops it from a frame. */
    RasterImage cut(RasterImage frame, DetectedFace face) {
        return small(FaceCrop.cut(frame, face, networks.get(0).packer()));
    }

    /** The share of faces whose predicted class is their label. */
    double accuracy(int network, List<RasterImage> faces, List<Integer> labels, int resolution) {
        List<float[]> probabilities = probabilities(network, faces, resolution);
        long correct = IntStream.range(0, faces.size())
                .filter(i -> best(probabilities.get(i)) == labels.get(i))
                .count();
        return correct / (double) faces.size();
    }

    /**
     * The probabilities of each image, of this network (0 or 1).
     *
     * @param resolution in pixels, or 0 for native
     */
    List<float[]> probabilities(int network, List<RasterImage> faces, int resolution) {
        List<RasterImage> seen = faces.stream()
                .map(face -> resolution == 0 ? face : Downsampling.downsample(face, resolution, Kernel.BILINEAR))
                .toList();
        return networks.get(network).recognise(seen).stream()
                .map(Recognition::probabilities)
                .toList();
    }

    private static int best(float[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }

    @Override
    public void close() {
        networks.forEach(Classifier::close);
    }
}
