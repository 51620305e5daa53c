package org.maferstudio.ui.analysis;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.maferstudio.analysis.FilmReport;
import org.maferstudio.analysis.FilmTable;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.network.OutputValue;
import org.maferstudio.report.figures.ExpressionTimelineFigure;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.Jobs;

/** The results that are shown, and the player over them. */
final class OpenFilm {
    private static final int MOST_BINS = 400;
    private static final int MOST_SERIES = 4;

    private final AnalysedFilm results;
    private final FilmPlayer player;

    /** What was read of results, in the background. */
    record Contents(AnalysedFilm results, FilmReadings readings, Optional<Path> film) {
        /**
         * Reads the table, and looks for the film.
         *
         * @param known where the film may be
         * @throws org.maferstudio.job.Problem if the table cannot be read
         */
        static Contents read(AnalysedFilm results, List<Path> known) {
            FilmTable table = FilmTable.read(results.table());
            List<FilmReadings.Network> networks = IntStream.range(
                            0, table.labels().size())
                    .mapToObj(i -> new FilmReadings.Network(
                            name(results, i),
                            new LabelSet(table.labels().get(i)),
                            values(results, i, table.values().get(i))))
                    .toList();
            List<Path> places = new ArrayList<>(known);
            results.report().ifPresent(report -> places.addAll(places(results.table(), report.film())));
            return new Contents(
                    results,
                    new FilmReadings(networks, table.frames()),
                    places.stream().filter(Files::isRegularFile).findFirst());
        }

        /** Where the film was when it was analysed, and beside its table. */
        private static List<Path> places(Path table, FilmReport.FilmPart film) {
            try {
                Path beside = table.resolveSibling(film.file());
                return film.path() == null ? List.of(beside) : List.of(Path.of(film.path()), beside);
            } catch (InvalidPathException e) {
                // A report from another system.
                return List.of();
            }
        }

        private static String name(AnalysedFilm results, int network) {
            return results.report()
                    .filter(report -> network < report.networks().size())
                    .map(report -> report.networks().get(network).name())
                    .orElse(Texts.of("analysis.network.unnamed", network + 1));
        }

        /** Values by their names in the table, on the scales of the report. */
        private static List<OutputValue> values(AnalysedFilm results, int network, List<String> names) {
            List<OutputValue> stated = results.report()
                    .filter(report -> network < report.networks().size())
                    .map(report -> report.networks().get(network).values())
                    .orElse(List.of());
            return names.stream()
                    .map(name -> stated.stream()
                            .filter(value -> name.equals(value.name()))
                            .findFirst()
                            .orElseGet(() -> OutputValue.of(name)))
                    .toList();
        }
    }

    OpenFilm(Jobs jobs, Contents contents) {
        this.results = contents.results();
        this.player = new FilmPlayer(jobs, contents.readings(), contents.film());
        if (contents.film().isEmpty()) {
            player.fail(Texts.of("analysis.film.error.missing", results.title()));
        }
    }

    AnalysedFilm results() {
        return results;
    }

    FilmPlayer player() {
        return player;
    }

    FilmReadings readings() {
        return player.readings();
    }

    String title() {
        return results.title();
    }

    String detail() {
        return results.detail();
    }

    /** Which part the means are of, as a heading. */
    String partTitle() {
        FrameRange part = player.partOrWhole();
        if (readings().size() == 0) {
            return Texts.of("analysis.part.empty");
        }
        String from = TimeText.of(readings().seconds(part.from()), 2);
        String to = TimeText.of(readings().seconds(part.to()) + readings().duration(part.to()), 2);
        return player.partProperty().get() == null
                ? Texts.of("analysis.part.whole", part.size())
                : Texts.of("analysis.part.selected", from, to, part.size());
    }

    /** A network's means over the selected part, or the whole film. */
    PartMeans means(int network) {
        int face = player.faceProperty().get();
        return readings().size() == 0
                ? readings().sums(face, network).between(0, 1)
                : readings().means(face, network, player.partOrWhole());
    }

    /**
     * The timeline of the selected part, or of the whole film, for print: of all networks with the classes of the first,
     * and the first's values; empty if there are no frames.
     */
    Optional<ExpressionTimelineFigure> figure() {
        if (readings().size() == 0 || readings().networks().isEmpty()) {
            return Optional.empty();
        }
        FrameRange part = player.partOrWhole();
        TimeSpan span = new TimeSpan(
                readings().seconds(part.from()),
                readings().seconds(part.to()) + readings().duration(part.to()));
        LabelSet labels = readings().networks().get(0).labels();
        List<ExpressionTimelineFigure.Series> series = IntStream.range(
                        0, readings().networks().size())
                .filter(network -> readings().networks().get(network).labels().equals(labels))
                .limit(MOST_SERIES)
                .mapToObj(network -> series(network, span, Math.min(MOST_BINS, part.size())))
                .toList();
        List<ExpressionTimelineFigure.Scale> scales = readings().networks().get(0).values().stream()
                .map(value -> new ExpressionTimelineFigure.Scale(value.name(), value.low(), value.high()))
                .toList();
        return Optional.of(new ExpressionTimelineFigure(labels, scales, span.from(), span.to(), series));
    }

    private ExpressionTimelineFigure.Series series(int network, TimeSpan span, int bins) {
        TimelineBins binned =
                TimelineBins.of(readings().sums(player.faceProperty().get(), network), span, bins);
        return new ExpressionTimelineFigure.Series(
                readings().networks().get(network).title(),
                IntStream.range(0, bins)
                        .mapToObj(bin -> binned.values()[bin] == null
                                ? ExpressionTimelineFigure.Bin.EMPTY
                                : new ExpressionTimelineFigure.Bin(
                                        boxed(binned.probabilities()[bin]), scaled(network, binned.values()[bin])))
                        .toList(),
                means(network).seen() > 0 ? boxed(means(network).shares()) : List.of(),
                scaled(network, means(network).values()));
    }

    /** A network's numbers in the order of the first network's values; NaN for those that it does not predict. */
    private List<Double> scaled(int network, double[] numbers) {
        List<String> own = readings().networks().get(network).valueNames();
        return readings().networks().get(0).valueNames().stream()
                .map(own::indexOf)
                .map(place -> place < 0 ? Double.NaN : numbers[place])
                .toList();
    }

    private static List<Double> boxed(double[] numbers) {
        return DoubleStream.of(numbers).boxed().toList();
    }

    /** The name of a file of the figure. */
    String figureName() {
        String table = results.table().getFileName().toString();
        return table.replaceFirst("\\.csv$", "") + "-timeline";
    }

    /** The means of all networks as a table for spreadsheets. */
    String meansText() {
        List<PartMeans> means = IntStream.range(0, readings().networks().size())
                .mapToObj(this::means)
                .toList();
        return MeansText.table(readings(), means);
    }
}
