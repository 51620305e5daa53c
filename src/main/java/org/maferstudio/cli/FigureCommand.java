package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentLibrary;
import org.maferstudio.files.OutputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.report.EmbeddingFigure;
import org.maferstudio.report.EvaluatedExperiments;
import org.maferstudio.report.ExperimentFigures;
import org.maferstudio.report.Figure;
import org.maferstudio.report.FigureFile;
import org.maferstudio.report.FigureKind;
import org.maferstudio.report.FigureStyle;
import org.maferstudio.report.PrintColours;
import org.maferstudio.results.Normalisation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a figure of experiments into a file. */
@Command(
        name = "figure",
        description = "Draw a figure of experiments into a file: png, svg, pdf, csv or tex by its ending.")
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
            arity = "1..4",
            description = "Folders or bundles of experiments, at most four.")
    private List<Path> folders;

    @Option(names = "--kind", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
    private FigureKind kind;

    @Mixin
    private PredictionsOptions predictions;

    @Option(
            names = "--cells",
            defaultValue = "ROWS",
            description = "What a confusion matrix says: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Normalisation cells;

    @Option(names = "--theme", defaultValue = "PAPER", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Theme theme;

    @Option(
            names = "--inks",
            defaultValue = "BLUE",
            description = "Its colours: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); CIVIDIS for every kind of colour"
                    + " blindness, GREY for print without colours.")
    private PrintColours inks;

    @Option(
            names = "--paper",
            description =
                    "Confusion or embedding as the paper's figure has it: base, CR, CR-Simplified, CR+AffWild2; of"
                            + " matrices three decimals and one scale.")
    private boolean paper;

    @Option(
            names = "--dpi",
            defaultValue = "" + FigureFile.DPI,
            paramLabel = "N",
            description = "Dots per inch of a PNG, 36 to 1200 (${DEFAULT-VALUE}).")
    private int dpi;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Ends in .png, .svg, .pdf, .csv or .tex.")
    private Path out;

    @Mixin
    private ForceOption force;

    FigureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (paper && kind != FigureKind.CONFUSION && kind != FigureKind.EMBEDDING) {
            throw Problem.input(
                    "Only confusion matrices and embeddings can be drawn as the paper's: say --kind confusion or"
                            + " --kind embedding, or leave out --paper.");
        }
        force.checkFigure(out);
        try (ExperimentLibrary shelf = new ExperimentLibrary()) {
            Figure figure = figure(shelf.open(folders));
            if (figure instanceof EmbeddingFigure embeddings) {
                embeddings.panels().stream()
                        .map(EmbeddingFigure.Panel::embedding)
                        .filter(embedding -> embedding.facts().hasWrongPerplexity())
                        .forEach(embedding -> console.say("The embedding " + embedding.name()
                                + " was made by version 0.1.0, whose perplexity was not the one requested; compute it"
                                + " again."));
            }
            if (OutputFile.Kind.TABLE.isNameOf(out)) {
                force.checkTable(out, FigureFile.text(figure, "csv"));
            }
            FigureFile.write(out, figure, inks.on(look()), dpi);
        }
        console.print(out.toString());
        return ExitCode.DONE;
    }

    private Figure figure(List<Experiment> experiments) {
        if (kind == FigureKind.HISTORY) {
            // A training may have a history before anything was predicted.
            EvaluatedExperiments any =
                    new EvaluatedExperiments(experiments, EvaluatedExperiments.names(experiments), "train");
            return new ExperimentFigures(any).figure(kind, predictions.resolution());
        }
        EvaluatedExperiments evaluated = EvaluatedExperiments.of(experiments, predictions.split());
        if (predictions.split().isEmpty()) {
            console.say("On the split " + evaluated.split() + ".");
        }
        evaluated.losses().forEach(console::say);
        ExperimentFigures figures = new ExperimentFigures(evaluated);
        if (paper) {
            return kind == FigureKind.CONFUSION
                    ? figures.paper(predictions.resolution())
                    : figures.paperEmbedding(predictions.resolution());
        }
        return kind == FigureKind.CONFUSION
                ? figures.confusion(predictions.resolution(), cells)
                : figures.figure(kind, predictions.resolution());
    }

    private FigureStyle look() {
        return switch (theme) {
            case PAPER -> FigureStyle.paper();
            case LIGHT -> FigureStyle.light();
            case DARK -> FigureStyle.dark();
        };
    }
}
