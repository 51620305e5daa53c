package org.maferstudio.cli;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.maferstudio.analysis.AnalysisListener;
import org.maferstudio.analysis.AnalysisProgress;
import org.maferstudio.analysis.AnalysisRequest;
import org.maferstudio.analysis.AnalysisResults;
import org.maferstudio.analysis.FilmAnalysis;
import org.maferstudio.analysis.FilmReport;
import org.maferstudio.analysis.FrameSelection;
import org.maferstudio.analysis.TableColumns;
import org.maferstudio.cli.options.DeviceOptions;
import org.maferstudio.cli.output.AnalysisSummary;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentLibrary;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.Saving;
import org.maferstudio.live.LiveNetworks;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.settings.SystemFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the faces of films and their expressions as tables. */
@Command(
        name = "analyze",
        description = {
            "Write the faces of every frame of videos, and the expressions that networks predict, as tables.",
            "For each video, writes FILM.csv with one row per frame and face, FILM.json with the networks, settings "
                    + "and shares of time, and FILM.png with each class over time. If DIR has results of "
                    + "another video of this name, the name of the video's folder is put in front: FOLDER-FILM.csv. If "
                    + "the command is interrupted, the same command continues where it stopped."
        })
final class AnalyzeCommand implements Callable<Integer> {
    /** Compact networks do not benefit from a second thread, and decoding and face detection need the others. */
    private static final DeviceConfig ONE_THREAD = new DeviceConfig("auto", 1);

    private final Console console;

    @Parameters(paramLabel = "FILM", arity = "1..*", description = "Video files.")
    private List<Path> films;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private Path out;

    @Option(
            names = {"--network", "--experiment"},
            paramLabel = "EXPERIMENT",
            description = "Experiment whose best network classifies the faces. Repeat the option for more networks "
                    + "(default: the networks included with the program).")
    private List<Path> experiments = new ArrayList<>();

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "1",
            description = "Analyse one frame of N (default: ${DEFAULT-VALUE}).")
    private int every;

    @Option(
            names = "--from",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Time of the first frame to analyse (default: ${DEFAULT-VALUE}).")
    private double from;

    @Option(
            names = "--to",
            paramLabel = "SECONDS",
            description = "Time of the last frame to analyse (default: the end of the video).")
    private Double to;

    @Option(
            names = "--columns",
            paramLabel = "COLUMNS",
            defaultValue = "plain",
            completionCandidates = Columns.class,
            description = "Names of the columns: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). pyfeat and "
                    + "openface are the names that those programs use, for the first network.")
    private TableColumns columns;

    @Option(
            names = "--force",
            description = "Analyse again what is complete, from the beginning, and replace the results in DIR.")
    private boolean force;

    @Mixin
    private DeviceOptions device;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /**
     * What became of a film.
     *
     * @param speed seconds of film per second; empty if it was analysed before
     */
    private record Outcome(AnalysisRequest request, FilmReport report, OptionalDouble speed) {}

    /** The names of columns, for the help. */
    static final class Columns implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(TableColumns.values())
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        FrameSelection frames =
                new FrameSelection(every, from, to == null ? OptionalDouble.empty() : OptionalDouble.of(to));
        List<Outcome> done = new ArrayList<>();
        Map<String, String> failed = new LinkedHashMap<>();
        int code = ExitCode.DONE;
        AnalysisResults results = new AnalysisResults(out);
        try (ExperimentLibrary library = new ExperimentLibrary();
                FilmAnalysis analysis = FilmAnalysis.open(networks(library), device.applyTo(ONE_THREAD))) {
            for (Path film : distinct()) {
                try {
                    AnalysisRequest request = results.request(film, frames, columns);
                    if (force) {
                        AnalysisResults.delete(request);
                    }
                    Optional<Outcome> outcome = analyse(analysis, request);
                    if (outcome.isEmpty()) {
                        console.message("Stopped. The same command" + (force ? " without --force" : "")
                                + " continues the analysis of " + film + ".");
                        code = ExitCode.STOPPED;
                        break;
                    }
                    done.add(outcome.get());
                    if (outcome.get().speed().isEmpty()) {
                        console.message(film + " is already analysed with these networks and settings: "
                                + request.table() + ". To analyse it again, add --force.");
                    }
                    if (!json) {
                        AnalysisSummary.lines(
                                        outcome.get().report(), outcome.get().speed())
                                .forEach(console::print);
                    }
                } catch (Problem problem) {
                    // The other films are analysed all the same.
                    code = Math.max(code, Mafer.explain(problem, console));
                    failed.put(film.toString(), problem.getMessage());
                }
            }
        }
        if (json) {
            console.json(object(done, failed));
        }
        return code;
    }

    /** A video that is named twice is analysed once. */
    private List<Path> distinct() {
        Map<Path, Path> named = new LinkedHashMap<>();
        films.forEach(film -> named.putIfAbsent(film.toAbsolutePath().normalize(), film));
        return List.copyOf(named.values());
    }

    private List<Experiment> networks(ExperimentLibrary library) {
        List<Path> folders = experiments.isEmpty()
                ? LiveNetworks.included(IncludedExperiments.folderIn(
                        SystemFolders.ofThisSystem().workspace()))
                : experiments;
        return folders.stream().map(library::open).toList();
    }

    private Optional<Outcome> analyse(FilmAnalysis analysis, AnalysisRequest request) {
        ReportedProgress progress = new ReportedProgress(
                console.progress(request.film().getFileName().toString()));
        Saving saving = Saving.of("the analysis of " + request.film());
        try {
            return analysis.analyse(request, progress).map(report -> new Outcome(request, report, progress.speed));
        } finally {
            saving.close();
        }
    }

    private static Map<String, Object> object(List<Outcome> done, Map<String, String> failed) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(
                "films",
                done.stream()
                        .map(outcome -> {
                            Map<String, Object> film = new LinkedHashMap<>();
                            film.put("table", outcome.request().table().toString());
                            film.put(
                                    "times_real_time",
                                    outcome.speed().isPresent()
                                            ? outcome.speed().getAsDouble()
                                            : null);
                            film.put(
                                    "report",
                                    JsonParser.parseString(outcome.report().json()));
                            return film;
                        })
                        .toList());
        object.put(
                "failed",
                failed.entrySet().stream()
                        .map(entry -> Map.of("film", entry.getKey(), "message", entry.getValue()))
                        .toList());
        return object;
    }

    /** Prints progress, and remembers the speed. */
    private static final class ReportedProgress implements AnalysisListener {
        private final Progress progress;
        private OptionalDouble speed = OptionalDouble.empty();

        ReportedProgress(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void onProgress(AnalysisProgress now) {
            speed = OptionalDouble.of(now.speed());
            String message = CountText.of(now.frames(), "frame") + ", " + CountText.of(now.faces(), "face");
            double fraction = now.fraction();
            Duration left = fraction > 0 && now.speed() > 0
                    ? Duration.ofMillis(Math.round(1000 * now.seconds() * (1 / fraction - 1) / now.speed()))
                    : null;
            progress.report(fraction, message, left);
        }

        @Override
        public boolean stopRequested() {
            return progress.stopRequested();
        }
    }
}
