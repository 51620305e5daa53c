package org.maferstudio.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceCrop;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.OutputValue;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.schedule.Downsampling;

/** A network that classifies faces in the live view. For one thread at a time. */
public final class LiveNetwork implements AutoCloseable {
    private final String name;
    private final Classifier classifier;
    private final Optional<ReportedAccuracy> test;

    /**
     * Creates a live network that owns the classifier.
     *
     * @param name for display and recordings
     * @param test its reported accuracy, if known
     */
    public LiveNetwork(String name, Classifier classifier, Optional<ReportedAccuracy> test) {
        this.name = name;
        this.classifier = classifier;
        this.test = test;
    }

    /** The name for display and recordings. */
    public String name() {
        return name;
    }

    /** Its reported accuracy, if known. */
    public Optional<ReportedAccuracy> test() {
        return test;
    }

    /** Its input contract, including the classes. */
    public InputContract contract() {
        return classifier.contract();
    }

    /** The values that it predicts beside the classes, such as valence; usually none. */
    public List<OutputValue> values() {
        return classifier.values();
    }

    /** Classifies the faces of a frame, downsampled to {@code resolution} pixels if given. */
    List<NetworkReading> read(RasterImage frame, List<DetectedFace> faces, OptionalInt resolution) {
        List<RasterImage> seen = new ArrayList<>();
        for (DetectedFace face : faces) {
            seen.add(downsampled(FaceCrop.cut(frame, face, classifier.packer()), resolution));
        }
        return read(seen);
    }

    /** Classifies one face at each of these resolutions; an empty one is native. */
    List<NetworkReading> sweep(RasterImage frame, DetectedFace face, List<OptionalInt> resolutions) {
        RasterImage cut = FaceCrop.cut(frame, face, classifier.packer());
        return read(resolutions.stream()
                .map(resolution -> downsampled(cut, resolution))
                .toList());
    }

    private List<NetworkReading> read(List<RasterImage> faces) {
        InputPacker packer = classifier.packer();
        List<RasterImage> inputs = new ArrayList<>();
        float[] packed = new float[faces.size() * packer.length()];
        for (int i = 0; i < faces.size(); i++) {
            RasterImage input = packer.centre(packer.resized(faces.get(i)));
            packer.packCropped(input, packed, i * packer.length());
            inputs.add(input);
        }
        List<Recognition> answers = classifier.recognise(packed, faces.size());
        List<NetworkReading> readings = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            readings.add(new NetworkReading(inputs.get(i), answers.get(i)));
        }
        return readings;
    }

    private RasterImage downsampled(RasterImage face, OptionalInt resolution) {
        return resolution.isPresent()
                ? Downsampling.downsample(
                        face, resolution.getAsInt(), contract().kernel())
                : face;
    }

    @Override
    public void close() {
        classifier.close();
    }
}
