package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.maferstudio.cli.options.ForceOption;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentLibrary;
import org.maferstudio.experiment.Series;
import org.maferstudio.files.OutputFile;
import org.maferstudio.report.html.HtmlReport;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.report.SeriesHtml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an HTML report on experiments. */
@Command(
        name = "report",
        description = {
            "Write an HTML report on experiments.",
            "The report is one file with recipes, provenance, results, figures and their limitations. Of a series, it has the "
                    + "settings, their effects, and curves with bands over seeds and folds."
        })
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "DIR|FILE.mafer",
            arity = "1..4",
            description = "Folders or bundles of one to four experiments.")
    private List<Path> folders;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.html",
            description = "File to write. An existing report is replaced.")
    private Path out;

    @Mixin
    private ForceOption force;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        force.check(out, OutputFile.Kind.REPORT);
        try (ExperimentLibrary library = new ExperimentLibrary()) {
            List<Experiment> experiments = library.open(folders);
            Optional<Series> series = experiments.size() == 1
                    ? Series.of(experiments.get(0)).filter(SeriesHtml::suits)
                    : Optional.empty();
            if (series.isPresent()) {
                SeriesHtml.write(out, SeriesResults.read(series.get()), RunOutcome.ACCURACY);
                console.print(out.toString());
                return ExitCode.DONE;
            }
            String title = EvaluatedExperiments.names(experiments).stream().collect(Collectors.joining(" and "));
            HtmlReport.write(out, title, experiments);
        }
        console.print(out.toString());
        return ExitCode.DONE;
    }
}
