package org.maferstudio.ui.networkimport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.ExperimentFolders;
import org.maferstudio.experiment.ImportedNetwork;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.onnx.OnnxClassifier;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.training.evaluation.ContractCheck;

/** Runs networks with ONNX Runtime on the best device. */
final class EngineNetworkImporter implements NetworkImporter {
    private static final DeviceConfig DEVICE = DeviceConfig.DEFAULT;

    @Override
    public List<Recognition> recognise(
            OnnxFile file, StatedContract contract, List<RasterImage> images, Progress progress) {
        ComputeDevice device = ComputeEngine.load(DEVICE.threadsHere()).device(DeviceChoice.of(DEVICE.device()));
        try (Classifier classifier =
                OnnxClassifier.open(file.path(), contract.input(), contract.onnx(), device, progress)) {
            return classifier.recognise(images);
        }
    }

    @Override
    public Optional<ContractCheck.Result> check(
            OnnxFile file, StatedContract contract, DatasetSource dataset, Progress progress) {
        return new ContractCheck(file.path(), contract, DEVICE, progress).run(dataset);
    }

    @Override
    public void create(Path folder, ImportedNetwork.Request request, Progress progress) {
        try {
            ImportedNetwork.create(folder, request, progress);
        } catch (Problem failed) {
            discard(folder, failed);
            throw failed;
        }
    }

    private static void discard(Path folder, Problem failed) {
        try {
            ExperimentFolders.delete(folder);
        } catch (IOException e) {
            failed.addSuppressed(e);
        }
    }
}
