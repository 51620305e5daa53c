package org.maferstudio.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.job.Problem;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.export.ExportedClassifier;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.texts.Texts;
import org.maferstudio.video.Camera;
import org.maferstudio.video.SourceName;

/** Opens the networks of experiments for the live view. */
public final class LiveNetworks {
    /** Maximum number of networks that are shown at the same time. */
    public static final int MOST = 2;

    private LiveNetworks() {}

    /** The included experiments, extracted to this folder. */
    public static List<Path> included(Path shelf) {
        return IncludedExperiments.entries().stream()
                .filter(IncludedExperiments.Entry::network)
                .limit(MOST)
                .map(entry -> IncludedExperiments.open(entry, shelf).folder())
                .toList();
    }

    /**
     * Opens the best networks of experiments.
     *
     * @throws Problem if one has none, or there are more than {@link #MOST}
     */
    public static List<LiveNetwork> open(List<Path> experiments, DeviceConfig machine) {
        if (experiments.isEmpty() || experiments.size() > MOST) {
            throw Problem.input(Texts.of("live.error.networks", experiments.size()));
        }
        ComputeDevice device = ComputeEngine.load(machine.threadsHere()).device(DeviceChoice.of(machine.device()));
        List<LiveNetwork> networks = new ArrayList<>();
        try {
            for (Path folder : experiments) {
                networks.add(open(Experiment.open(folder), device));
            }
            return networks;
        } catch (RuntimeException e) {
            networks.forEach(LiveNetwork::close);
            throw e;
        }
    }

    private static LiveNetwork open(Experiment experiment, ComputeDevice device) {
        // A frame has few faces, for which the engine would take three times as long on the CPU.
        Classifier classifier = device.kind() == ComputeDevice.Kind.CPU && !experiment.hasOnnx()
                ? new ExportedClassifier(experiment.network(), ComputeEngine.threadsOfThisThread())
                : experiment.classifier(device);
        return new LiveNetwork(title(experiment), classifier, ReportedAccuracy.of(experiment));
    }

    /** The cameras that this computer may have. */
    public static List<SourceName> cameras() {
        return Camera.numbers().stream().map(SourceName::camera).toList();
    }

    /** An experiment's displayed name. */
    public static String title(Experiment experiment) {
        ExperimentManifest manifest = experiment.manifest();
        String name = manifest.recipe().name();
        return name.isBlank() ? experiment.id() : name;
    }
}
