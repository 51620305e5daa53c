package org.maferstudio.network.onnx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.onnx.OnnxContract.Layout;
import org.maferstudio.network.onnx.OnnxContract.Output;
import org.maferstudio.network.onnx.OnnxContract.Role;
import org.maferstudio.network.onnx.run.OnnxTrial;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.OnnxValue;
import org.maferstudio.onnx.OnnxValue.Dimension;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;

/** Holds a contract to what the network's file declares, and to what the network gives. */
final class OnnxContractCheck {
    private final OnnxFile file;
    private final InputContract input;
    private final OnnxContract contract;

    OnnxContractCheck(OnnxFile file, InputContract input, OnnxContract contract) {
        this.file = file;
        this.input = input;
        this.contract = contract;
    }

    /** The shape of one image as the network takes it. */
    List<Long> image() {
        long channels = input.colour().channels();
        long size = input.size();
        return contract.layout() == Layout.NCHW ? List.of(channels, size, size) : List.of(size, size, channels);
    }

    /**
     * Checks what the file declares.
     *
     * @throws Problem if the contract has another shape or names other outputs
     */
    void declared() {
        List<Dimension> dimensions = file.input().shape();
        for (int i = 0; i < 3; i++) {
            Dimension declared = dimensions.get(i + 1);
            if (!declared.isDynamic() && declared.size() != image().get(i)) {
                throw Problem.input(Texts.of(
                        "network.onnx.contract.error.input",
                        file.path(),
                        file.input().described(),
                        image(),
                        contract.layout().id()));
            }
        }
        for (Output output : contract.outputs()) {
            Optional<OnnxValue> found = file.outputs().stream()
                    .filter(each -> each.name().equals(output.name()))
                    .findFirst();
            if (found.isEmpty() || !found.get().type().isUsable()) {
                throw Problem.input(
                        Texts.of("network.onnx.contract.error.output", output.name(), file.path(), outputs()));
            }
        }
        if (input.labels().size() < 2) {
            throw Problem.input(Texts.of(
                    "network.onnx.contract.error.labels", input.labels().size()));
        }
    }

    private String outputs() {
        return file.outputs().stream()
                .map(output -> Printable.line(output.name()) + " " + output.described())
                .collect(Collectors.joining(", "));
    }

    /**
     * Checks what the network gave when it was tried.
     *
     * @throws Problem if an output has no row per image, or another number of columns than the contract
     */
    void given(OnnxTrial trial) {
        if (trial.batches().isEmpty()) {
            throw Problem.input(Texts.of("network.onnx.contract.error.mixed", file.path()));
        }
        for (Output output : contract.outputs()) {
            int given = trial.columns().getOrDefault(output.name(), 0);
            int end = output.columns().isEmpty() ? given : output.columns().get(1);
            int stated =
                    output.columns().isEmpty() ? given : end - output.columns().get(0);
            int needed = output.role() == Role.FEATURES
                    ? stated
                    : output.role() == Role.VALUES
                            ? output.values().size()
                            : input.labels().size();
            if (given == 0) {
                throw Problem.input(Texts.of("network.onnx.contract.error.rows", output.name(), file.path()));
            }
            if (end > given || stated != needed) {
                throw Problem.input(Texts.of(
                        "network.onnx.contract.error.columns",
                        output.name(),
                        file.path(),
                        given,
                        output.role().id(),
                        needed));
            }
        }
    }
}
