package org.maferstudio.ownclasses;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.texts.Texts;

/** A network whose features are used, and whose weights are not changed. For one thread at a time. */
public interface FrozenNetwork extends AutoCloseable {
    /** Opens networks; a test answers in its place. */
    @FunctionalInterface
    interface Opener {
        /**
         * The best networks of experiments; the caller closes them.
         *
         * @throws Problem if one has none
         */
        List<FrozenNetwork> open(List<Path> experiments);
    }

    /** The folder of its experiment. */
    Path experiment();

    /** The displayed name of its experiment. */
    String title();

    /** Its input contract, with its own classes. */
    InputContract contract();

    /** The features of images, one row per image, all in one batch. */
    List<float[]> features(List<RasterImage> faces);

    @Override
    void close();

    /**
     * Opens the best networks of experiments, on one thread beside the live view.
     *
     * @throws Problem if one has none, or gives no features
     */
    static List<FrozenNetwork> open(List<Path> experiments) {
        List<FrozenNetwork> networks = new ArrayList<>();
        try {
            for (Path folder : experiments) {
                networks.add(open(Experiment.open(folder)));
            }
            return networks;
        } catch (RuntimeException e) {
            networks.forEach(FrozenNetwork::close);
            throw e;
        }
    }

    private static FrozenNetwork open(Experiment experiment) {
        DeviceConfig machine = new DeviceConfig("auto", 1);
        Classifier classifier = experiment.classifier(
                ComputeEngine.load(machine.threadsHere()).device(DeviceChoice.of(machine.device())));
        if (!classifier.hasFeatures()) {
            classifier.close();
            throw Problem.input(Texts.of("ownclasses.network.error.noFeatures", experiment));
        }
        String name = experiment.manifest().recipe().name();
        String title = name.isBlank() ? experiment.id() : name;
        return new FrozenNetwork() {
            @Override
            public Path experiment() {
                return experiment.folder();
            }

            @Override
            public String title() {
                return title;
            }

            @Override
            public InputContract contract() {
                return classifier.contract();
            }

            @Override
            public List<float[]> features(List<RasterImage> faces) {
                return classifier.recognise(faces).stream()
                        .map(Recognition::features)
                        .toList();
            }

            @Override
            public void close() {
                classifier.close();
            }
        };
    }

    /** Packs images as its input. */
    default InputPacker packer() {
        return new InputPacker(contract());
    }
}
