package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.FigureName;
import org.maferstudio.cli.options.ForceOption;
import org.maferstudio.cli.options.PredictionsOptions;
import org.maferstudio.cli.options.SeriesFigureOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentLibrary;
import org.maferstudio.experiment.Series;
import org.maferstudio.files.OutputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.report.comparison.RobustnessComparison;
import org.maferstudio.report.comparison.SeedRobustness;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.figures.EmbeddingFigure;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.FigureFactory;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.report.figures.HeadedFigure;
import org.maferstudio.report.figures.RobustnessBandsFigure;
import org.maferstudio.report.figures.RobustnessFigure;
import org.maferstudio.report.figures.RobustnessHeatmapFigure;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.painting.PrintColours;
import org.maferstudio.results.Normalisation;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.report.SeriesFigureKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a figure of experiments. */
@Command(name = "figure", description = "Write a figure of experiments as PNG, SVG, PDF, CSV or LaTeX.")
final class FigureCommand implements Callable<Integer> {
    /** Colours of a figure. */
    enum Theme {
        PAPER,
        LIGHT,
        DARK
    }

    private final Console console;

    @Parameters(
            paramLabel = "DIR|FILE.mafer",
            arity = "1..*",
            description =
                    "Folders or bundles of one to four experiments; with --kind resolution and --degradation also "
                            + "of several seeds each of one to four recipes, shown as means with bands.")
    private List<Path> folders;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            description = "Figure: ${COMPLETION-CANDIDATES}. Of a series, HISTORY and RESOLUTION show means with "
                    + "bands over seeds and folds, EFFECT and PARALLEL its settings.")
    private FigureName kind;

    @Option(
            names = "--degradation",
            paramLabel = "KIND",
            description = "With --kind resolution or heatmap: by the strength of this degradation instead of the "
                    + "resolution, as evaluated by mafer evaluate --degrade.")
    private String degradation;

    @Mixin
    private SeriesFigureOptions ofSeries;

    @Mixin
    private PredictionsOptions predictions;

    @Option(
            names = "--cells",
            paramLabel = "VALUES",
            defaultValue = "ROWS",
            description = "Values of a confusion matrix: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Normalisation cells;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "PAPER",
            description = "Theme: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Theme theme;

    @Option(
            names = "--colours",
            paramLabel = "COLOURS",
            defaultValue = "BLUE",
            description = "Colour scale of a confusion matrix: ${COMPLETION-CANDIDATES} (default: "
                    + "${DEFAULT-VALUE}). CIVIDIS is readable with any colour vision deficiency, GREY in "
                    + "print without colours.")
    private PrintColours colours;

    @Option(
            names = "--paper",
            description = "Draw confusion matrices or embeddings in the layout of the paper, with the panels "
                    + "base, CR, CR-Simplified and CR+AffWild2.")
    private boolean paper;

    @Option(
            names = "--dpi",
            defaultValue = "" + FigureFile.DPI,
            paramLabel = "N",
            description = "Resolution of a PNG in dots per inch, 36 to 1200 (default: ${DEFAULT-VALUE}).")
    private int dpi;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "File to write. Its extension selects the format: .png, .svg, .pdf, .csv or .tex.")
    private Path out;

    @Mixin
    private ForceOption force;

    /** The name of {@code --colours} in version 0.1.0. */
    @Option(names = "--inks", hidden = true)
    void setInks(PrintColours inks) {
        this.colours = inks;
    }

    FigureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (paper && kind != FigureName.CONFUSION && kind != FigureName.EMBEDDING) {
            throw Problem.input("--paper needs --kind confusion or --kind embedding.");
        }
        if (degradation != null && kind != FigureName.RESOLUTION && kind != FigureName.HEATMAP) {
            throw Problem.input("--degradation needs --kind resolution or --kind heatmap.");
        }
        force.checkFigure(out);
        try (ExperimentLibrary library = new ExperimentLibrary()) {
            Figure figure = figure(library.open(folders));
            Figure content = figure instanceof HeadedFigure headed ? headed.figure() : figure;
            if (content instanceof EmbeddingFigure embeddings) {
                embeddings.panels().stream()
                        .map(EmbeddingFigure.Panel::embedding)
                        .filter(embedding -> embedding.metadata().hasWrongPerplexity())
                        .forEach(embedding -> console.message("The embedding " + embedding.name()
                                + " was made by version 0.1.0, whose perplexity was not the one requested; compute it"
                                + " again."));
            }
            if (OutputFile.Kind.TABLE.isNameOf(out)) {
                force.checkTable(out, FigureFile.text(figure, "csv"));
            }
            FigureFile.write(out, figure, colours.on(style()), dpi);
        }
        console.print(out.toString());
        return ExitCode.DONE;
    }

    private Figure figure(List<Experiment> experiments) {
        Optional<SeriesFigureKind> series = kind.ofSeries();
        if (series.isPresent() && experiments.size() == 1) {
            Optional<Series> whole = Series.of(experiments.get(0));
            if (whole.isPresent()) {
                return ofSeries.figure(series.get(), SeriesResults.read(whole.get()));
            }
        }
        return ofExperiments(
                experiments,
                kind.ofExperiments()
                        .orElseThrow(() -> Problem.input("--kind " + kind.name().toLowerCase(Locale.ROOT)
                                + " is a figure of one series. Give the folder of a series.")));
    }

    private Figure ofExperiments(List<Experiment> experiments, FigureKind kind) {
        EvaluatedExperiments evaluated = kind == FigureKind.HISTORY
                // A training may have a history before there are predictions.
                ? new EvaluatedExperiments(experiments, EvaluatedExperiments.names(experiments), "train")
                : EvaluatedExperiments.of(experiments, predictions.split());
        if (kind != FigureKind.HISTORY) {
            if (predictions.split().isEmpty()) {
                console.message("On the split " + evaluated.split() + ".");
            }
            evaluated.skippedRows().forEach(console::message);
        }
        if (degradation != null) {
            return robustness(evaluated, kind);
        }
        FigureFactory figures = FigureFactory.of(evaluated);
        if (!paper) {
            return figures.headed(kind, predictions.resolution(), cells);
        }
        return kind == FigureKind.EMBEDDING
                ? figures.inPapersOrder().make(kind, predictions.resolution())
                : figures.make(FigureKind.PAPER, predictions.resolution());
    }

    private Figure robustness(EvaluatedExperiments evaluated, FigureKind kind) {
        RobustnessComparison robustness = RobustnessComparison.of(evaluated, DegradationKind.of(degradation));
        if (kind != FigureKind.RESOLUTION) {
            return headed(evaluated, kind, RobustnessHeatmapFigure.of(robustness));
        }
        Optional<RobustnessBandsFigure> overSeeds =
                RobustnessBandsFigure.of(robustness, SeedRobustness.of(evaluated, robustness));
        Figure figure = overSeeds.isPresent() ? overSeeds.get() : RobustnessFigure.of(robustness);
        return headed(evaluated, kind, figure);
    }

    /** With the header of the first experiments; the split is the same for all. */
    private Figure headed(EvaluatedExperiments evaluated, FigureKind kind, Figure figure) {
        int shown = Math.min(2, evaluated.experiments().size());
        EvaluatedExperiments first = new EvaluatedExperiments(
                evaluated.experiments().subList(0, shown), evaluated.names().subList(0, shown), evaluated.split());
        return new HeadedFigure(FigureFactory.of(first).header(kind, predictions.resolution()), figure);
    }

    private FigureStyle style() {
        return switch (theme) {
            case PAPER -> FigureStyle.paper();
            case LIGHT -> FigureStyle.light();
            case DARK -> FigureStyle.dark();
        };
    }
}
