package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.maferstudio.cli.options.DeviceOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ContractText;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ImportedNetwork;
import org.maferstudio.job.Problem;
import org.maferstudio.network.onnx.OnnxPreset;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.network.onnx.UnknownClasses;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.training.evaluation.ContractCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a network of another program as an experiment. */
@Command(
        name = "import-network",
        description = {
            "Import a network of another program, an ONNX file, as an experiment.",
            "An ONNX file does not say how images are prepared or which class is which, and this is never guessed: "
                    + "state it in a contract or choose a preset. Without either, the command prints what the file "
                    + "declares and a contract to fill in. Files that mafer export wrote need no contract. A new "
                    + "network is first tried in a process of its own."
        })
final class ImportNetworkCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "FILE.onnx", description = "The network.")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the new experiment.")
    private Path out;

    @Option(
            names = "--contract",
            paramLabel = "FILE.json",
            description = "Size, colour, scaling, labels in the order of the output, layout, and which output is what.")
    private Path contract;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Contract of a public network, as documented by its authors and unverified: "
                    + "${COMPLETION-CANDIDATES}.",
            completionCandidates = Presets.class)
    private String preset;

    @Option(names = "--name", paramLabel = "TEXT", description = "Name of the experiment (default: that of the file).")
    private String name = "";

    @Option(
            names = "--check",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Test the contract on a labelled dataset: under the stated order of labels and the best one, "
                    + "and with other scalings of pixels. Uses at most 300 images. drawn selects the drawn faces.")
    private List<String> check;

    @Mixin
    private DeviceOptions device;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ImportNetworkCommand(Console console) {
        this.console = console;
    }

    /** The names of presets, for the help. */
    static final class Presets implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(OnnxPreset.values()).map(OnnxPreset::id).iterator();
        }
    }

    @Override
    public Integer call() {
        if (contract != null && preset != null) {
            throw Problem.input("Give --contract or --preset, not both.");
        }
        OnnxFile network = OnnxFile.read(file);
        Optional<StatedContract> stated = stated(network);
        if (stated.isEmpty()) {
            ContractText.declared(network).forEach(console::message);
            console.print(ContractText.template(network));
            throw Problem.input("The file does not say how to use the network. Save the contract above in a file, "
                    + "replace every \"?\", and add --contract FILE.json; or choose a preset of the same network "
                    + "(mafer import-network --help).");
        }
        if (out == null) {
            throw Problem.input("Which folder is to become the experiment? Add --out DIR.");
        }
        UnknownClasses.warning(stated.get().input().labels()).ifPresent(console::message);
        DeviceConfig machine = device.applyTo(DeviceConfig.DEFAULT);
        Experiment experiment = ImportedNetwork.create(
                out,
                new ImportedNetwork.Request(network, stated.get(), name, machine.threadsHere()),
                console.progress("import"));
        Optional<ContractCheck.Result> checked = check == null
                ? Optional.empty()
                : new ContractCheck(experiment, machine, console.progress("check"))
                        .run(DatasetSource.of(check.toArray(String[]::new)));
        if (json) {
            console.json(object(experiment, stated.get(), checked));
        } else {
            console.print(ContractText.summary(experiment, stated.get()));
            checked.ifPresent(result -> ContractText.check(result).forEach(console::print));
        }
        return check != null && checked.isEmpty() ? ExitCode.STOPPED : ExitCode.DONE;
    }

    private Optional<StatedContract> stated(OnnxFile network) {
        if (contract != null) {
            return Optional.of(StatedContract.read(contract));
        }
        if (preset != null) {
            OnnxPreset chosen = OnnxPreset.of(preset.toLowerCase(Locale.ROOT));
            console.message("The preset " + chosen.id() + " follows the documentation of " + chosen.title()
                    + " and is unverified. Test it on labelled images: --check PATH.");
            return Optional.of(chosen.contract(network));
        }
        return StatedContract.ofExport(network);
    }

    private static Map<String, Object> object(
            Experiment experiment, StatedContract contract, Optional<ContractCheck.Result> checked) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("experiment", experiment.folder().toString());
        object.put("labels", contract.input().labels());
        object.put("values", contract.onnx().valueNames());
        object.put("features", contract.onnx().features().isPresent());
        checked.ifPresent(result -> {
            object.put("images", result.images());
            object.put("accuracy", result.stated().accuracy());
            object.put("best_order", ContractText.order(result.stated()));
            object.put("best_order_accuracy", result.stated().bestAccuracy());
            object.put(
                    "preparations",
                    result.others().stream()
                            .collect(Collectors.toMap(
                                    ContractCheck.Variant::title,
                                    ContractCheck.Variant::bestAccuracy,
                                    (one, other) -> one,
                                    LinkedHashMap::new)));
        });
        return object;
    }
}
