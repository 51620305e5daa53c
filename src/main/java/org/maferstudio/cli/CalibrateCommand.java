package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.CalibratedExperiment;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.schedule.Resolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the confidence of a network fit its accuracy. */
@Command(
        name = "calibrate",
        description = {
            "Make the confidence of a network fit its accuracy, by temperature scaling.",
            "Finds the temperature on held-out predictions, and writes a copy of the experiment "
                    + "whose network and predictions have it. The predicted classes stay as they are."
        })
final class CalibrateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "Folder of the experiment.")
    private Path folder;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "New folder for the copy.")
    private Path out;

    @Option(
            names = "--split",
            paramLabel = "S",
            defaultValue = Sample.VALIDATION,
            description = "Held-out split on which the temperature is found, not the one that is reported (default: "
                    + "${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--at",
            paramLabel = "RESOLUTION",
            split = ",",
            defaultValue = Resolution.NATIVE_ID,
            description = "Resolutions on whose predictions together the temperature is found: native, or numbers of "
                    + "pixels (default: ${DEFAULT-VALUE}).")
    private List<Resolution> at;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CalibrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CalibratedExperiment calibrated = CalibratedExperiment.write(
                Experiment.open(folder), split, at.stream().distinct().toList(), out);
        double temperature = calibrated.scaling().temperature();
        if (json) {
            List<Map<String, Object>> changes = new ArrayList<>();
            for (CalibratedExperiment.Change change : calibrated.changes()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("split", change.split());
                one.put("resolution", change.resolution().id());
                one.put("ece_before", change.before().expectedError());
                one.put("ece_after", change.after().expectedError());
                one.put("brier_before", change.before().brier());
                one.put("brier_after", change.after().brier());
                changes.add(one);
            }
            console.json(Map.of("temperature", temperature, "changes", changes));
            return ExitCode.DONE;
        }
        console.print(String.format(Locale.ROOT, "temperature %.3f, found on %s", temperature, split));
        for (CalibratedExperiment.Change change : calibrated.changes()) {
            console.print(String.format(
                    Locale.ROOT,
                    "%-10s %6s  ECE %.3f to %.3f  Brier %.3f to %.3f",
                    change.split(),
                    change.resolution().id(),
                    change.before().expectedError(),
                    change.after().expectedError(),
                    change.before().brier(),
                    change.after().brier()));
        }
        return ExitCode.DONE;
    }
}
