package org.maferstudio.network.export;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.network.onnx.run.OnnxSession;

/**
 * A network of this program computed by ONNX Runtime instead of the engine, for a few images at a time: a single image takes
 * about a third of the processor time, as the engine prepares every operation anew. In batches of tens, both take as long.
 *
 * <p>The network is exported in memory and computes in float32, as the engine does; results differ by rounding.
 */
public final class ExportedClassifier implements Classifier {
    private static final List<String> OUTPUTS = List.of(OnnxExport.FEATURES, OnnxExport.LOGITS);

    private final InputPacker packer;
    private final OnnxSession session;

    /**
     * Loads a network.
     *
     * @param threads of the CPU for one computation, at least 1
     * @throws org.maferstudio.job.Problem if the weights do not match the network, or ONNX Runtime cannot be loaded
     */
    public ExportedClassifier(NetworkFile network, int threads) {
        packer = new InputPacker(network.contract());
        NetworkFile packed = new NetworkFile(network.spec(), ofPackedImages(network.contract()), network.weights());
        session = OnnxSession.ofProgram(OnnxExport.bytes(packed), network.spec().name(), threads);
    }

    /** The packer subtracts the mean and scales already. */
    private static InputContract ofPackedImages(InputContract contract) {
        return new InputContract(
                contract.size(),
                contract.resize(),
                contract.kernel(),
                contract.colour(),
                Collections.nCopies(contract.mean().size(), 0.0),
                1,
                List.of(),
                contract.labels(),
                contract.faceMargin(),
                contract.faceAspect(),
                contract.alignment());
    }

    @Override
    public InputPacker packer() {
        return packer;
    }

    @Override
    public List<Recognition> recognise(float[] packed, int count) {
        if (count == 0) {
            return List.of();
        }
        InputContract contract = packer.contract();
        int length = count * packer.length();
        float[] values = packed.length == length ? packed : Arrays.copyOf(packed, length);
        List<Long> shape = List.of(
                (long) count, (long) contract.colour().channels(), (long) contract.size(), (long) contract.size());
        List<OnnxSession.Output> outputs = session.run(values, shape, OUTPUTS);
        return Recognition.ofBatch(outputs.get(0).values(), outputs.get(1).values(), count);
    }

    @Override
    public void close() {
        session.close();
    }
}
