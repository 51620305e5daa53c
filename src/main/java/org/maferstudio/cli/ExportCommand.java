package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.ForceOption;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.export.NetworkFormat;
import org.maferstudio.network.input.InputContract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the network of an experiment for other programs. */
@Command(
        name = "export",
        description = {
            "Write the network of an experiment for other programs.",
            "ONNX files take pixels from 0 to 255 and give logits and features; mean and scale are inside. "
                    + "PyTorch checkpoints have the names of MAFER's own code. safetensors files are read by this "
                    + "program."
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the experiment.")
    private Path folder;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "File to write; its extension sets the format: .onnx, .pth or .safetensors. A file that this "
                    + "command wrote before is replaced.")
    private Path out;

    @Mixin
    private ForceOption force;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        NetworkFormat format = NetworkFormat.of(out);
        force.check(out, format.kind());
        NetworkFile network = Experiment.open(folder).network();
        format.write(network, out);
        InputContract contract = network.contract();
        console.print(String.format(
                Locale.ROOT,
                "%s: %s, input %d x %d x %d (%s), classes %s",
                out,
                network.spec().name(),
                network.spec().channels(),
                contract.size(),
                contract.size(),
                contract.colour().id(),
                String.join(", ", contract.labels())));
        return ExitCode.DONE;
    }
}
