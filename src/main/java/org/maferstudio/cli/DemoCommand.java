package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ConsoleTrainingListener;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.figures.FigureFactory;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.report.figures.ResolutionHeatmapFigure;
import org.maferstudio.report.html.HtmlReport;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Demonstrates the effect of resolution on drawn faces, without a dataset. */
@Command(
        name = "demo",
        description = {
            "Train a baseline and a multi-resolution network on drawn faces, and compare them.",
            "Takes about two minutes and needs no dataset."
        })
final class DemoCommand implements Callable<Integer> {
    private static final Resolution LOWEST = Resolution.of(8);

    private final Console console;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the workspace to create.")
    private Path out;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Workspace workspace = Workspace.open(out)) {
            List<Experiment> both =
                    new Demo(workspace, console.progress("Demo"), new ConsoleTrainingListener(console)).run();
            if (both.size() < 2) {
                console.message("Stopped. Trained networks are in " + out
                        + ". The same command starts again from the beginning.");
                return ExitCode.STOPPED;
            }
            EvaluatedExperiments evaluated = EvaluatedExperiments.of(both, Optional.empty());
            sweep(evaluated);
            figures(evaluated);
            Path report = out.resolve("report.html");
            HtmlReport.write(report, "Drawn faces: baseline and multi-resolution", both);
            console.print("Report: " + report.toAbsolutePath().normalize());
            return ExitCode.DONE;
        }
    }

    private void sweep(EvaluatedExperiments evaluated) {
        ResolutionSweep base = evaluated.sweep(0);
        ResolutionSweep multi = evaluated.sweep(1);
        console.print("Accuracy on drawn faces, split " + evaluated.split() + ", with 95 % intervals "
                + (base.points().get(0).intervals().byGroup() ? "by group (subject)" : "by image"));
        console.print(String.format(
                Locale.ROOT,
                "%-10s  %-22s  %-22s",
                "resolution",
                evaluated.names().get(0),
                evaluated.names().get(1)));
        for (int i = 0; i < base.points().size(); i++) {
            console.print(String.format(
                    Locale.ROOT,
                    "%-10s  %-22s  %-22s",
                    base.points().get(i).resolution(),
                    text(base.points().get(i)),
                    text(multi.points().get(i))));
        }
    }

    private static String text(ResolutionSweep.Point point) {
        return String.format(
                Locale.ROOT,
                "%5.1f %% [%.1f, %.1f]",
                100 * point.scores().accuracy(),
                100 * point.intervals().accuracy().low(),
                100 * point.intervals().accuracy().high());
    }

    private void figures(EvaluatedExperiments evaluated) {
        FigureFactory figures = FigureFactory.of(evaluated);
        Path folder = out.resolve("figures");
        for (FigureKind kind : FigureKind.values()) {
            if (kind == FigureKind.HEATMAP) {
                heatmaps(evaluated, folder);
            } else {
                String name = kind.id() + ".png";
                FigureFile.write(
                        folder.resolve(name),
                        figures.headed(kind, Resolution.NATIVE, Normalisation.ROWS),
                        FigureStyle.paper());
            }
        }
        FigureFile.write(
                folder.resolve("confusion-" + LOWEST + "px.png"),
                figures.headed(FigureKind.CONFUSION, LOWEST, Normalisation.ROWS),
                FigureStyle.paper());
    }

    /** One heat map per network. */
    private static void heatmaps(EvaluatedExperiments evaluated, Path folder) {
        for (int i = 0; i < evaluated.experiments().size(); i++) {
            String name = "heatmap-" + evaluated.names().get(i) + ".png";
            FigureFile.write(
                    folder.resolve(name), new ResolutionHeatmapFigure(evaluated.sweep(i)), FigureStyle.paper());
        }
    }
}
