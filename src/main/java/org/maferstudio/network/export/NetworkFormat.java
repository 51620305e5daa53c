package org.maferstudio.network.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.files.OutputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.TorchStateDict;
import org.maferstudio.weights.WeightFile;

/** The formats in which a network is written for other programs. */
public enum NetworkFormat {
    /** ONNX with mean and scale inside, see {@link OnnxExport}. */
    ONNX(".onnx", OutputFile.Kind.ONNX) {
        @Override
        public void write(NetworkFile network, Path file) {
            OnnxExport.write(network, file);
        }
    },
    /** A checkpoint of PyTorch under the names of MAFER's own code, in 32 bits a number. */
    PTH(".pth", OutputFile.Kind.TORCH) {
        @Override
        public void write(NetworkFile network, Path file) {
            TorchStateDict.write(file, checkpoint(network));
        }
    },
    /** The file that this program reads, with all its metadata. */
    SAFETENSORS(".safetensors", OutputFile.Kind.WEIGHTS) {
        @Override
        public void write(NetworkFile network, Path file) {
            network.write(file);
        }
    };

    /** PyTorch counts batches here. Nothing reads it, as the momentum is fixed, but MAFER's scripts need the name. */
    private static final String BATCH_COUNT = ".num_batches_tracked";

    private final String ending;
    private final OutputFile.Kind kind;

    NetworkFormat(String ending, OutputFile.Kind kind) {
        this.ending = ending;
        this.kind = kind;
    }

    /**
     * Writes a network atomically.
     *
     * @throws Problem if its weights do not match it, or the file cannot be written
     */
    public abstract void write(NetworkFile network, Path file);

    /** The extension of the files, with its dot. */
    public String ending() {
        return ending;
    }

    /** The kind of the files. */
    public OutputFile.Kind kind() {
        return kind;
    }

    /**
     * The format of a file by its extension.
     *
     * @throws Problem if it has none of these
     */
    public static NetworkFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst()
                .orElseThrow(() -> Problem.input(Texts.of(
                        "network.export.error.ending",
                        file,
                        Arrays.stream(values()).map(NetworkFormat::ending).collect(Collectors.joining(", ")))));
    }

    private static WeightFile checkpoint(NetworkFile network) {
        List<Tensor> tensors = new ArrayList<>();
        for (Tensor parameter : network.parameters()) {
            // Half precision would go into the network's statistics unconverted.
            tensors.add(parameter.single());
            statisticsOf(parameter.name()).ifPresent(norm -> tensors.add(Tensor.ofLong(norm + BATCH_COUNT, 0)));
        }
        return WeightFile.of(tensors, network.description());
    }

    /** The batch norm whose last array this is. */
    private static Optional<String> statisticsOf(String parameter) {
        String last = ".running_var";
        return Blueprint.isNorm(parameter) && parameter.endsWith(last)
                ? Optional.of(parameter.substring(0, parameter.length() - last.length()))
                : Optional.empty();
    }
}
