package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.ScoreReport;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentLibrary;
import org.maferstudio.experiment.ImportedExperiment;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Ensemble;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Combines the predictions of several networks. */
@Command(
        name = "ensemble",
        description = {
            "Combine the predictions of several networks as an experiment of its own.",
            "DIR...: averages the class probabilities at every resolution that all have. RESOLUTION=DIR...: takes the "
                    + "predictions at each resolution from another network, such as one trained for it."
        })
final class EnsembleCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "[RESOLUTION=]DIR",
            arity = "2..*",
            description = "Folders or bundles of experiments, all or none with a resolution, such as 12=DIR.")
    private List<String> members;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "New folder for the experiment.")
    private Path out;

    @Option(
            names = "--split",
            paramLabel = "S",
            description = "Split: test, validation or train (default: the first of these that all experiments have).")
    private String split;

    EnsembleCommand(Console console) {
        this.console = console;
    }

    /** A network, and for which resolution it is taken; empty for all. */
    private record Member(Optional<Resolution> resolution, Path folder) {
        static Member of(String text) {
            int equals = text.indexOf('=');
            Optional<Resolution> resolution =
                    equals < 0 ? Optional.empty() : Resolution.read(text.substring(0, equals));
            return resolution.isPresent()
                    ? new Member(resolution, Path.of(text.substring(equals + 1)))
                    : new Member(Optional.empty(), Path.of(text));
        }
    }

    @Override
    public Integer call() {
        List<Member> all = members.stream().map(Member::of).toList();
        long named =
                all.stream().filter(member -> member.resolution().isPresent()).count();
        if (named != 0 && named != all.size()) {
            throw Problem.input("Give a resolution for all networks, as in native=A 12=B, or for none.");
        }
        try (ExperimentLibrary library = new ExperimentLibrary()) {
            EvaluatedExperiments evaluated = EvaluatedExperiments.of(
                    library.open(all.stream().map(Member::folder).toList()), Optional.ofNullable(split));
            Map<Resolution, Predictions> combined = named == 0 ? averaged(evaluated) : chosen(evaluated, all);
            String dataset = evaluated.experiments().get(0).manifest().dataset().name();
            String title = (named == 0 ? "ensemble: " : "by resolution: ") + String.join(", ", evaluated.names());
            combined.values().forEach(predictions -> {
                ImportedExperiment.add(out, predictions, title, dataset);
                console.print(ScoreReport.line(predictions));
            });
        }
        return ExitCode.DONE;
    }

    private static Map<Resolution, Predictions> averaged(EvaluatedExperiments evaluated) {
        List<Experiment> experiments = evaluated.experiments();
        List<Resolution> common =
                new ArrayList<>(EvaluatedExperiments.resolutions(experiments.get(0), evaluated.split()));
        experiments.forEach(each -> common.retainAll(EvaluatedExperiments.resolutions(each, evaluated.split())));
        if (common.isEmpty()) {
            throw Problem.input("These networks were not evaluated at a common resolution. Run mafer evaluate first.");
        }
        Map<Resolution, Predictions> all = new LinkedHashMap<>();
        for (Resolution resolution : common) {
            all.put(
                    resolution,
                    Ensemble.of(experiments.stream()
                            .map(each -> each.predictions(evaluated.split(), resolution))
                            .toList()));
        }
        return all;
    }

    private static Map<Resolution, Predictions> chosen(EvaluatedExperiments evaluated, List<Member> members) {
        Map<Resolution, Predictions> all = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            Resolution resolution = members.get(i).resolution().orElseThrow();
            if (all.containsKey(resolution)) {
                throw Problem.input("The resolution " + resolution + " is given for two networks: "
                        + members.stream()
                                .map(Member::folder)
                                .map(Path::toString)
                                .collect(Collectors.joining(", "))
                        + ". Give each once.");
            }
            all.put(resolution, evaluated.experiments().get(i).predictions(evaluated.split(), resolution));
        }
        return all;
    }
}
