package org.maferstudio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.ForceOption;
import org.maferstudio.cli.options.PrefixOption;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.files.OutputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.network.weights.NetworkWeights;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;
import org.maferstudio.weights.WeightImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Converts supported weight files to safetensors, bit for bit. */
@Command(
        name = "convert",
        description = {
            "Convert a weight file to safetensors.",
            "Reads modules, checkpoints and state dicts of torch.save (zip or legacy format), "
                    + "TorchScript, NumPy arrays, ONNX and safetensors. Values are copied bit for bit. No "
                    + "code in the file is run."
        })
final class ConvertCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "IN", description = "Weight file to read.")
    private Path in;

    @Parameters(
            index = "1",
            paramLabel = "OUT.safetensors",
            description = "File to write. An existing weight file is replaced.")
    private Path out;

    @Option(
            names = "--half",
            description = "Round values to 16-bit floating point, which halves the size. The weights included "
                    + "with the program are stored this way.")
    private boolean half;

    @Mixin
    private PrefixOption prefix;

    @Mixin
    private ForceOption force;

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkOut();
        WeightImport whole = WeightImport.read(in);
        WeightImport read = prefix.prefix().map(whole::behind).orElse(whole);
        Optional<NetworkWeights> unnamed = NetworkWeights.ofUnnamed(read);
        unnamed.ifPresent(network -> network.notes().forEach(console::message));
        WeightFile own = unnamed.map(NetworkWeights::weights).orElse(read.weights());
        Safetensors.write(out, half ? halved(own) : own);
        long numbers =
                own.tensors().values().stream().mapToLong(Tensor::elements).sum();
        List<String> others = read.parts().stream()
                .filter(part -> !part.equals(read.main()))
                .map(WeightImport.Part::place)
                .filter(place -> !place.isEmpty())
                .toList();
        if (!others.isEmpty()) {
            console.message("The file also contains tensors in " + String.join(", ", others)
                    + ", which are not written. Select them with --prefix.");
        }
        console.print(String.format(
                Locale.ROOT,
                "%s: %s; %d tensors with %,d numbers in %s",
                in,
                read.found(),
                own.tensors().size(),
                numbers,
                out));
        return ExitCode.DONE;
    }

    private WeightFile halved(WeightFile weights) {
        try {
            return WeightFile.of(
                    weights.tensors().values().stream().map(Tensor::half).toList(), weights.metadata());
        } catch (IllegalStateException e) {
            throw Problem.input(
                    "The weights of " + in + " exceed the range of 16-bit numbers: " + e.getMessage()
                            + ". Convert them without --half.",
                    e);
        }
    }

    private void checkOut() {
        force.check(out, OutputFile.Kind.WEIGHTS);
        try {
            if (Files.exists(out) && Files.exists(in) && Files.isSameFile(in, out)) {
                throw Problem.input(
                        "The file " + in + " would be overwritten by itself. Give the output a different name.");
            }
        } catch (IOException e) {
            throw Problem.input("The file " + out + " cannot be accessed. Choose another location.", e);
        }
    }
}
