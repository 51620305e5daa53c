package org.maferstudio.ui.networkimport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.ImportedNetwork;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.training.evaluation.ContractCheck;

/** Predicts the classes in turn, or always the first; answers and fails as it is told. */
final class MadeUpImporter implements NetworkImporter {
    private final List<StatedContract> tried = new ArrayList<>();
    private final List<ImportedNetwork.Request> created = new ArrayList<>();
    private Optional<ContractCheck.Result> result = Optional.empty();
    private Optional<Problem> failure = Optional.empty();
    private boolean fedWrongly;

    /** The contracts under which images were classified. */
    List<StatedContract> tried() {
        return tried;
    }

    /** What was imported. */
    List<ImportedNetwork.Request> created() {
        return created;
    }

    void answer(ContractCheck.Result check) {
        result = Optional.of(check);
    }

    void fail(Problem why) {
        failure = Optional.of(why);
    }

    void succeed() {
        failure = Optional.empty();
    }

    void feedWrongly() {
        fedWrongly = true;
    }

    @Override
    public List<Recognition> recognise(
            OnnxFile file, StatedContract contract, List<RasterImage> images, Progress progress) {
        tried.add(contract);
        failure.ifPresent(why -> {
            throw why;
        });
        int classes = contract.input().labels().size();
        List<Recognition> answers = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            float[] logits = new float[classes];
            logits[fedWrongly ? 0 : i % classes] = 2;
            answers.add(Recognition.of(new float[0], logits));
        }
        return answers;
    }

    @Override
    public Optional<ContractCheck.Result> check(
            OnnxFile file, StatedContract contract, DatasetSource dataset, Progress progress) {
        return result;
    }

    @Override
    public void create(Path folder, ImportedNetwork.Request request, Progress progress) {
        failure.ifPresent(why -> {
            throw why;
        });
        created.add(request);
    }
}
