package org.maferstudio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.maferstudio.files.OutputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;
import org.maferstudio.weights.WeightImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes any weights that the program reads as safetensors, bit for bit. */
@Command(
        name = "convert",
        description =
                "Write the weights of a file as safetensors, bit for bit: a whole module, a checkpoint or a state "
                        + "dict of torch.save, old or new format, TorchScript, arrays of NumPy, or safetensors. Nothing in "
                        + "the file is run.")
final class ConvertCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "IN", description = "The weight file.")
    private Path in;

    @Parameters(
            index = "1",
            paramLabel = "OUT.safetensors",
            description = "The file to write; earlier weights there are replaced.")
    private Path out;

    @Option(
            names = "--half",
            description = "Round to 16 bits a number: half the size, no longer bit for bit; what the program ships.")
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
        WeightFile weights = half ? halved(read.weights()) : read.weights();
        Safetensors.write(out, weights);
        long numbers = read.weights().tensors().values().stream()
                .mapToLong(Tensor::elements)
                .sum();
        List<String> others = read.parts().stream()
                .filter(part -> !part.equals(read.main()))
                .map(WeightImport.Part::place)
                .filter(place -> !place.isEmpty())
                .toList();
        if (!others.isEmpty()) {
            console.say("The file also holds tensors in " + String.join(", ", others)
                    + ", which are left out; --prefix takes them.");
        }
        console.print(String.format(
                Locale.ROOT,
                "%s: %s; %d tensors with %,d numbers in %s",
                in,
                read.found(),
                read.weights().tensors().size(),
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
                    "The weights of " + in + " do not fit into 16 bits: " + e.getMessage()
                            + ". Convert them without --half.",
                    e);
        }
    }

    private void checkOut() {
        force.check(out, OutputFile.Kind.WEIGHTS);
        try {
            if (Files.exists(out) && Files.exists(in) && Files.isSameFile(in, out)) {
                throw Problem.input("The file " + in + " would be written over itself. Give the new one another name.");
            }
        } catch (IOException e) {
            throw Problem.input("The file " + out + " cannot be looked at. Choose another place.", e);
        }
    }
}
