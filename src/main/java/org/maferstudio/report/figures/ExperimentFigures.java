package org.maferstudio.report.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.maferstudio.embedding.TsneConfig;
import org.maferstudio.experiment.Embedding;
import org.maferstudio.experiment.Embeddings;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.PaperModel;
import org.maferstudio.report.comparison.EvaluatedExperiments;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.ScoreIntervals;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** Creates the figures of experiments from their files. */
public final class ExperimentFigures {
    private static final int MOST = 4;

    private final EvaluatedExperiments evaluated;

    /** Creates the figures of up to four experiments. */
    public ExperimentFigures(EvaluatedExperiments evaluated) {
        if (evaluated.experiments().size() > MOST) {
            throw Problem.input(Texts.of(
                    "report.figure.error.tooManyExperiments",
                    evaluated.experiments().size()));
        }
        this.evaluated = evaluated;
    }

    /**
     * Creates a figure.
     *
     * @param resolution {@code native} or pixels; ignored by sweep and history
     * @throws Problem if predictions are missing, or the experiments have different classes
     */
    public Figure figure(FigureKind kind, Resolution resolution) {
        return switch (kind) {
            case CONFUSION -> confusion(resolution, Normalisation.ROWS);
            case CLASSES -> classes(resolution);
            case RESOLUTION -> resolution();
            case HEATMAP -> heatmap();
            case RELIABILITY -> {
                ConfidenceFigures figures = confidence(resolution);
                yield figures.reliability().orElseThrow(() -> withoutProbabilities(figures));
            }
            case COVERAGE -> {
                ConfidenceFigures figures = confidence(resolution);
                yield figures.coverage().orElseThrow(() -> withoutProbabilities(figures));
            }
            case EMBEDDING -> embedding(resolution);
            case HISTORY -> history();
        };
    }

    /** The confusion matrices at a resolution. */
    public ConfusionFigure confusion(Resolution resolution, Normalisation normalisation) {
        List<ConfusionFigure.Panel> panels = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            // A single matrix has no title.
            String title = count() == 1 ? "" : name(i);
            panels.add(new ConfusionFigure.Panel(title, ConfusionMatrix.of(few(evaluated.predictions(i, resolution)))));
        }
        return new ConfusionFigure(panels, normalisation);
    }

    /** The confusion matrices at a resolution in the layout of the paper. */
    public PaperConfusionFigure paper(Resolution resolution) {
        return new PaperConfusionFigure(inPapersOrder()
                .map(i -> new ConfusionFigure.Panel(
                        name(i), ConfusionMatrix.of(few(evaluated.predictions(i, resolution)))))
                .toList());
    }

    /** The images of embeddings at a resolution, the models in the order of the paper's figure. */
    public EmbeddingFigure paperEmbedding(Resolution resolution) {
        List<EmbeddingFigure.Panel> panels = embedding(resolution).panels();
        return count() == 1
                ? new EmbeddingFigure(panels)
                : new EmbeddingFigure(inPapersOrder().map(panels::get).toList());
    }

    /** Sorts experiments by the paper's model of their initial weights; unknown models come last. */
    private Stream<Integer> inPapersOrder() {
        return IntStream.range(0, count())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(i -> baseModel(i) == PaperModel.OTHER)
                        .thenComparing(this::baseModel));
    }

    private PaperModel baseModel(int i) {
        return evaluated.experiments().get(i).manifest().recipe().network().baseModel();
    }

    private ClassAccuracyFigure classes(Resolution resolution) {
        List<ClassAccuracyFigure.Series> series = new ArrayList<>();
        LabelSet labels = null;
        for (int i = 0; i < count(); i++) {
            Predictions predictions = few(evaluated.predictions(i, resolution));
            if (labels != null && !labels.equals(predictions.labels())) {
                throw Problem.input(Texts.of("report.figure.error.differentClasses"));
            }
            labels = predictions.labels();
            series.add(new ClassAccuracyFigure.Series(name(i), Scores.of(predictions), ScoreIntervals.of(predictions)));
        }
        return new ClassAccuracyFigure(labels, series);
    }

    private ResolutionFigure resolution() {
        return new ResolutionFigure(IntStream.range(0, count())
                .mapToObj(i -> new ResolutionFigure.Series(name(i), evaluated.sweep(i)))
                .toList());
    }

    private ResolutionHeatmapFigure heatmap() {
        if (count() > 1) {
            throw Problem.input(Texts.of("report.heatmap.error.oneExperiment"));
        }
        ResolutionSweep sweep = evaluated.sweep(0);
        if (sweep.labels().isMany()) {
            throw Problem.input(TooManyClasses.sentence(sweep.labels()));
        }
        return new ResolutionHeatmapFigure(sweep);
    }

    private static Predictions few(Predictions predictions) {
        if (predictions.labels().isMany()) {
            throw Problem.input(TooManyClasses.sentence(predictions.labels()));
        }
        return predictions;
    }

    private ConfidenceFigures confidence(Resolution resolution) {
        return new ConfidenceFigures(IntStream.range(0, count())
                .mapToObj(i -> new ConfidenceFigures.Entry(name(i), evaluated.predictions(i, resolution)))
                .toList());
    }

    private static Problem withoutProbabilities(ConfidenceFigures figures) {
        return Problem.input(figures.problem().orElseThrow());
    }

    /** Whether all predictions have probabilities. */
    public boolean hasProbabilities(Resolution resolution) {
        return confidence(resolution).problem().isEmpty();
    }

    private HistoryFigure history() {
        List<HistoryFigure.Series> series = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            series.add(new HistoryFigure.Series(
                    name(i), evaluated.experiments().get(i).history().rows()));
        }
        if (series.stream().allMatch(each -> each.rows().isEmpty())) {
            throw Problem.input(Texts.of(
                    "report.history.error.empty", evaluated.experiments().get(0)));
        }
        return new HistoryFigure(series);
    }

    /** The image of each experiment on the split at a resolution; of one alone, all that it has, as small multiples. */
    private EmbeddingFigure embedding(Resolution resolution) {
        List<EmbeddingFigure.Panel> panels = new ArrayList<>();
        if (count() == 1) {
            Embeddings kept = new Embeddings(evaluated.experiments().get(0));
            List<String> names = kept.namesOf(evaluated.split() + "@" + resolution);
            if (names.size() > 1) {
                names.stream()
                        .limit(EmbeddingFigure.MOST)
                        .map(kept::read)
                        .forEach(each -> panels.add(new EmbeddingFigure.Panel(making(each), each)));
                return new EmbeddingFigure(panels);
            }
        }
        for (int i = 0; i < count(); i++) {
            Embeddings kept = new Embeddings(evaluated.experiments().get(i));
            panels.add(
                    new EmbeddingFigure.Panel(name(i), kept.read(kept.nameOf(evaluated.split() + "@" + resolution))));
        }
        return new EmbeddingFigure(panels);
    }

    private static String making(Embedding embedding) {
        TsneConfig plan = embedding.metadata().plan();
        return Texts.of("report.embedding.settings", plan.perplexity(), plan.seed());
    }

    private int count() {
        return evaluated.experiments().size();
    }

    private String name(int index) {
        return evaluated.names().get(index);
    }
}
