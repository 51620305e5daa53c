package org.maferstudio.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.explain.Explainer;
import org.maferstudio.explain.Explanation;
import org.maferstudio.explain.ExplanationMethod;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** Explains with the engine, or with ONNX Runtime for imported networks. */
final class EngineExplainer implements FaceExplainer {
    @Override
    public List<Explanation> explain(
            ExplainedFace face,
            ExplainedFace.Network network,
            ExplanationMethod method,
            Optional<String> label,
            Progress progress) {
        Experiment experiment = Experiment.open(network.experiment());
        if (!experiment.hasNetwork()) {
            throw Problem.input(Texts.of("explain.error.noNetwork", network.name()));
        }
        if (method == ExplanationMethod.GRAD_CAM && experiment.hasOnnx()) {
            throw Problem.input(Texts.of("explain.error.imported", network.name()));
        }
        DeviceConfig machine = new DeviceConfig("auto", 1);
        ComputeDevice device = ComputeEngine.load(machine.threadsHere()).device(DeviceChoice.of(machine.device()));
        List<Explanation> explanations = new ArrayList<>();
        try (Explainer explainer = new Explainer(experiment, method, device)) {
            Optional<Integer> index = label.map(explainer.labels()::indexOf);
            if (index.filter(each -> each < 0).isPresent()) {
                throw Problem.input(Texts.of("explain.error.noClass", network.name(), label.get()));
            }
            RasterImage image = face.crop().apply(explainer.contract());
            for (Resolution resolution : face.resolutions()) {
                if (progress.stopRequested()) {
                    break;
                }
                explanations.add(explainer.of(image, resolution, index));
            }
        }
        return explanations;
    }
}
