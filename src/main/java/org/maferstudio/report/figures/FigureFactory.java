package org.maferstudio.report.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.maferstudio.embedding.TsneConfig;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.KeptPredictions;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.Embeddings;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.PaperModel;
import org.maferstudio.report.comparison.SplitTitle;
import org.maferstudio.results.Calibration;
import org.maferstudio.results.Coverage;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** Makes the figures of up to four experiments, for window, command, report and export alike. */
public final class FigureFactory {
    static final int MOST = 4;

    private final List<? extends FigureSource> sources;

    /**
     * Figures of these experiments.
     *
     * @throws Problem if there are more than four
     */
    public FigureFactory(List<? extends FigureSource> sources) {
        if (sources.size() > MOST) {
            throw Problem.input(Texts.of("report.figure.error.tooManyExperiments", sources.size()));
        }
        this.sources = List.copyOf(sources);
    }

    /** Figures of stored experiments. */
    public static FigureFactory of(EvaluatedExperiments evaluated) {
        return of(KeptPredictions.of(evaluated));
    }

    /** Figures of stored experiments, whose predictions others need too. */
    public static FigureFactory of(KeptPredictions predictions) {
        return new FigureFactory(
                IntStream.range(0, predictions.evaluated().experiments().size())
                        .mapToObj(i -> new StoredSource(predictions, i))
                        .toList());
    }

    /** Figures of one of these experiments alone. */
    public FigureFactory of(int index) {
        return new FigureFactory(List.of(sources.get(index)));
    }

    /** The same experiments, sorted by the paper's model of their initial weights; unknown models come last. */
    public FigureFactory inPapersOrder() {
        Function<FigureSource, PaperModel> model =
                source -> source.experiment().manifest().recipe().network().baseModel();
        return new FigureFactory(sources.stream()
                .sorted(Comparator.<FigureSource, Boolean>comparing(source -> model.apply(source) == PaperModel.OTHER)
                        .thenComparing(model))
                .toList());
    }

    /**
     * A figure whose matrices are normalised by row.
     *
     * @throws Problem as {@link #make(FigureKind, Resolution, Normalisation)}
     */
    public Figure make(FigureKind kind, Resolution resolution) {
        return make(kind, resolution, Normalisation.ROWS);
    }

    /**
     * A figure.
     *
     * @param resolution ignored by figures of all resolutions
     * @param cells what confusion matrices show
     * @throws Problem if predictions are missing, or the experiments have different classes
     */
    public Figure make(FigureKind kind, Resolution resolution, Normalisation cells) {
        return kind.maker().make(this, resolution, cells);
    }

    /**
     * A figure below its header, for files; the paper's figure has none.
     *
     * @throws Problem as {@link #make(FigureKind, Resolution, Normalisation)}
     */
    public Figure headed(FigureKind kind, Resolution resolution, Normalisation cells) {
        Figure figure = make(kind, resolution, cells);
        String header = kind == FigureKind.PAPER ? "" : header(kind, resolution);
        return header.isEmpty() ? figure : new HeadedFigure(header, figure);
    }

    /**
     * The header of a figure, such as {@code test (FER2013's public test), 16 px}, with the name of a single
     * experiment.
     */
    public String header(FigureKind kind, Resolution resolution) {
        FigureSource first = sources.get(0);
        String what =
                switch (kind.scope()) {
                    case TRAINING -> "";
                    case SPLIT -> SplitTitle.of(first.numbers());
                    case RESOLUTION ->
                        Texts.of(
                                "report.header.resolution",
                                kind == FigureKind.EMBEDDING
                                        ? first.split()
                                        : SplitTitle.of(first.predictionsAt(resolution)),
                                resolution.title());
                };
        if (sources.size() > 1 || first.name().isEmpty()) {
            return what;
        }
        return what.isEmpty() ? first.name() : Texts.of("report.header.named", first.name(), what);
    }

    /**
     * The confusion matrices at a resolution.
     *
     * @throws Problem as {@link #make(FigureKind, Resolution, Normalisation)}
     */
    public ConfusionFigure confusion(Resolution resolution, Normalisation normalisation) {
        // A single matrix has no title.
        return new ConfusionFigure(
                panels(resolution, source -> sources.size() == 1 ? "" : source.name()), normalisation);
    }

    PaperConfusionFigure paper(Resolution resolution) {
        return new PaperConfusionFigure(inPapersOrder().panels(resolution, FigureSource::name));
    }

    private List<ConfusionFigure.Panel> panels(Resolution resolution, Function<FigureSource, String> title) {
        return sources.stream()
                .map(source -> {
                    few(source.predictionsAt(resolution));
                    return new ConfusionFigure.Panel(title.apply(source), source.matrixAt(resolution));
                })
                .toList();
    }

    ClassAccuracyFigure classes(Resolution resolution) {
        LabelSet labels = few(sources.get(0).predictionsAt(resolution)).labels();
        List<ClassAccuracyFigure.Series> series = new ArrayList<>();
        for (FigureSource source : sources) {
            if (!labels.equals(source.predictionsAt(resolution).labels())) {
                throw Problem.input(Texts.of("report.figure.error.differentClasses"));
            }
            ResolutionSweep.Point numbers = source.numbersAt(resolution);
            series.add(new ClassAccuracyFigure.Series(source.name(), numbers.scores(), numbers.intervals()));
        }
        return new ClassAccuracyFigure(labels, series);
    }

    private static Predictions few(Predictions predictions) {
        if (predictions.labels().isMany()) {
            throw Problem.input(TooManyClasses.sentence(predictions.labels()));
        }
        return predictions;
    }

    ResolutionFigure resolution() {
        return new ResolutionFigure(sources.stream()
                .map(source -> new ResolutionFigure.Series(source.name(), source.numbers()))
                .toList());
    }

    ResolutionHeatmapFigure heatmap() {
        if (sources.size() > 1) {
            throw Problem.input(Texts.of("report.heatmap.error.oneExperiment"));
        }
        ResolutionSweep sweep = sources.get(0).numbers();
        if (sweep.labels().isMany()) {
            throw Problem.input(TooManyClasses.sentence(sweep.labels()));
        }
        return new ResolutionHeatmapFigure(sweep);
    }

    ReliabilityFigure reliability(Resolution resolution) {
        requireProbabilities(resolution);
        return new ReliabilityFigure(sources.stream()
                .map(source -> new ReliabilityFigure.Series(
                        source.name(), Calibration.of(source.predictionsAt(resolution), ReliabilityFigure.BINS)))
                .toList());
    }

    CoverageFigure coverage(Resolution resolution) {
        requireProbabilities(resolution);
        return new CoverageFigure(sources.stream()
                .map(source -> new CoverageFigure.Series(source.name(), Coverage.of(source.predictionsAt(resolution))))
                .toList());
    }

    private void requireProbabilities(Resolution resolution) {
        withoutProbabilities(resolution).ifPresent(problem -> {
            throw Problem.input(problem);
        });
    }

    /** Why there are no figures of confidence; empty if all predictions have probabilities. */
    public Optional<String> withoutProbabilities(Resolution resolution) {
        return sources.stream()
                .filter(source -> !source.predictionsAt(resolution).hasProbabilities())
                .findFirst()
                .map(source -> Texts.of("report.confidence.error.noProbabilities", source.name()));
    }

    HistoryFigure history() {
        List<HistoryFigure.Series> series = sources.stream()
                .map(source -> new HistoryFigure.Series(source.name(), source.history()))
                .toList();
        if (series.stream().allMatch(each -> each.rows().isEmpty())) {
            throw Problem.input(
                    Texts.of("report.history.error.empty", sources.get(0).experiment()));
        }
        return new HistoryFigure(series);
    }

    /** The embedding of each experiment at a resolution; of a single one, all that it has, as small multiples. */
    EmbeddingFigure embedding(Resolution resolution) {
        List<EmbeddingFigure.Panel> panels = new ArrayList<>();
        for (FigureSource source : sources) {
            Embeddings stored = new Embeddings(source.experiment());
            String key = source.split() + "@" + resolution;
            List<String> names = sources.size() == 1 ? stored.namesOf(key) : List.of();
            if (names.size() > 1) {
                names.stream()
                        .limit(EmbeddingFigure.MOST)
                        .map(stored::read)
                        .forEach(each -> panels.add(new EmbeddingFigure.Panel(settings(each), each)));
            } else {
                panels.add(new EmbeddingFigure.Panel(source.name(), stored.read(stored.nameOf(key))));
            }
        }
        return new EmbeddingFigure(panels);
    }

    private static String settings(Embedding embedding) {
        TsneConfig plan = embedding.metadata().plan();
        return Texts.of("report.embedding.settings", plan.perplexity(), plan.seed());
    }
}
