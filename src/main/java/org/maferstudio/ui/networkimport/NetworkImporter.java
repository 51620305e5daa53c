package org.maferstudio.ui.networkimport;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.ImportedNetwork;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.training.evaluation.ContractCheck;

/** Runs and imports networks of other programs; a test answers in its place. */
public interface NetworkImporter {
    /** Runs them with ONNX Runtime. */
    NetworkImporter ENGINE = new EngineNetworkImporter();

    /**
     * The network's prediction for each image under a contract.
     *
     * @throws org.maferstudio.job.Problem if the network cannot run or does not match the contract
     */
    List<Recognition> recognise(OnnxFile file, StatedContract contract, List<RasterImage> images, Progress progress);

    /**
     * Tests a contract on labelled images; empty if a stop was requested.
     *
     * @throws org.maferstudio.job.Problem if the network cannot run, or has no class of the dataset
     */
    Optional<ContractCheck.Result> check(
            OnnxFile file, StatedContract contract, DatasetSource dataset, Progress progress);

    /**
     * Creates an experiment with a copy of the network. If that fails, nothing of it is left.
     *
     * @param folder does not exist
     * @throws org.maferstudio.job.Problem if the network cannot run, does not match its contract, or cannot be saved
     */
    void create(Path folder, ImportedNetwork.Request request, Progress progress);
}
