package org.maferstudio.analysis;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.faces.FaceTracker;
import org.maferstudio.faces.FullRangeDetector;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.Sha256;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.TableText;
import org.maferstudio.texts.Texts;
import org.maferstudio.video.Film;
import org.maferstudio.video.FilmFacts;

/**
 * Analyses films with the networks of experiments: every frame, as fast as possible. For one thread at a time.
 *
 * <p>An analysis that was stopped or killed is continued by the same request, and its table is the same, byte for byte, as
 * without the interruption.
 */
public final class FilmAnalysis implements AutoCloseable {
    /** Maximum number of networks. */
    public static final int MOST_NETWORKS = 8;

    private static final double CHECKPOINT_SECONDS = 5;
    private static final int PART = 1 << 20;

    private final List<AnalysisNetwork> networks;
    private final double checkpointSeconds;

    private FilmAnalysis(List<AnalysisNetwork> networks, double checkpointSeconds) {
        this.networks = List.copyOf(networks);
        this.checkpointSeconds = checkpointSeconds;
    }

    /**
     * Opens the best networks of experiments.
     *
     * @param experiments one to {@link #MOST_NETWORKS}, in the order of the table's columns
     * @throws Problem if one has no network
     */
    public static FilmAnalysis open(List<Experiment> experiments, DeviceConfig machine) {
        return open(experiments, machine, CHECKPOINT_SECONDS);
    }

    /**
     * Opens the best networks of experiments.
     *
     * @param checkpointSeconds after which an analysis saves its state
     */
    static FilmAnalysis open(List<Experiment> experiments, DeviceConfig machine, double checkpointSeconds) {
        if (experiments.isEmpty() || experiments.size() > MOST_NETWORKS) {
            throw Problem.input(Texts.of("analysis.error.networks", MOST_NETWORKS, experiments.size()));
        }
        ComputeDevice device = ComputeEngine.load(machine.threadsHere()).device(DeviceChoice.of(machine.device()));
        List<AnalysisNetwork> networks = new ArrayList<>();
        try {
            experiments.forEach(experiment -> networks.add(AnalysisNetwork.open(experiment, device)));
            return new FilmAnalysis(networks, checkpointSeconds);
        } catch (RuntimeException e) {
            networks.forEach(AnalysisNetwork::close);
            throw e;
        }
    }

    /**
     * Analyses a film, or continues its analysis. If it is complete already, its report is returned at once.
     *
     * @return the report; empty if it was stopped
     * @throws Problem if the film cannot be read, complete results by other networks or settings are there, or the
     *     results cannot be written
     */
    public Optional<FilmReport> analyse(AnalysisRequest request, AnalysisListener listener) {
        Optional<FilmReport> there = FilmReport.read(request.report());
        String identity = identity(request);
        checkPlace(request, there);
        if (there.isPresent() && Files.exists(request.table())) {
            if (there.get().identity().equals(identity)) {
                return there;
            }
            throw Problem.input(
                    Texts.of("analysis.error.complete", request.film().getFileName(), request.table()));
        }
        try (Film film = Film.open(request.film());
                PartialTable table = PartialTable.open(request, identity)) {
            Run run = new Run(request, film, table, listener);
            if (!run.toTheEnd()) {
                return Optional.empty();
            }
            return Optional.of(finish(request, film, identity));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Results of another film with the same name, or of another program, are kept. */
    private static void checkPlace(AnalysisRequest request, Optional<FilmReport> there) {
        if (there.isPresent() && !AnalysisResults.isOf(there.get(), request.film())) {
            throw Problem.input(Texts.of(
                    "analysis.error.otherFilm",
                    request.folder(),
                    there.get().film().file(),
                    request.film()));
        }
        for (Path file : List.of(request.table(), request.report(), request.figure())) {
            if (there.isEmpty() && Files.exists(file) && !AnalysisResults.areInterrupted(request)) {
                throw Problem.input(Texts.of("analysis.error.foreign", file));
            }
        }
    }

    private String identity(AnalysisRequest request) {
        Path film = InputFile.of(request.film());
        Sha256 sum = new Sha256();
        sum.add(String.join("\n", plain().header()).getBytes(StandardCharsets.UTF_8));
        sum.add(request.frames().toString().getBytes(StandardCharsets.UTF_8));
        sum.add(request.columns().id().getBytes(StandardCharsets.UTF_8));
        sum.add(FullRangeDetector.NAME.getBytes(StandardCharsets.UTF_8));
        networks.forEach(network -> sum.add(network.facts().toString().getBytes(StandardCharsets.UTF_8)));
        try (SeekableByteChannel bytes = Files.newByteChannel(film)) {
            // The beginning and the length tell films apart; reading an hour of film takes long.
            sum.add(Long.toString(bytes.size()).getBytes(StandardCharsets.UTF_8));
            ByteBuffer part = ByteBuffer.allocate((int) Math.min(PART, bytes.size()));
            while (part.hasRemaining() && bytes.read(part) >= 0) {
                // Reads on.
            }
            return sum.add(part.array()).hex();
        } catch (IOException e) {
            throw Problem.input(Texts.of("analysis.error.noFilm", film), e);
        }
    }

    private PlainTable plain() {
        return new PlainTable(
                networks.stream().map(network -> network.contract().labels()).toList(),
                networks.stream().map(AnalysisNetwork::valueNames).toList());
    }

    private FilmReport finish(AnalysisRequest request, Film film, String identity) {
        FilmFacts facts = film.facts();
        FilmSummary summary = new FilmSummary(plain(), facts.rate() > 0 ? 1 / facts.rate() : 0);
        FilmTable.read(request.partialTable(), summary);
        FilmReport.Counts counts = summary.counts(film.damaged());
        if (counts.frames() == 0) {
            delete(request.partialTable());
            delete(request.checkpoint());
            throw Problem.input(Texts.of(
                    "analysis.error.noFrames", request.film(), facts.duration().orElse(film.seconds())));
        }
        boolean toTheEnd = request.frames().to().isEmpty();
        FilmReport report = new FilmReport(
                program(),
                identity,
                part(request, facts),
                networks.stream().map(AnalysisNetwork::facts).toList(),
                settings(request),
                counts,
                summary.summary(),
                toTheEnd && film.missing().isPresent() ? (Double) film.missing().getAsDouble() : null);
        ExpressionTimeline timeline = new ExpressionTimeline(report, OptionalInt.empty());
        FilmTable.read(request.partialTable(), timeline);
        FigureFile.write(request.figure(), timeline.figure(), FigureStyle.paper());
        request.columns().write(request, plain());
        report.write(request.report());
        delete(request.partialTable());
        delete(request.checkpoint());
        return report;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    private static String program() {
        String version = FilmAnalysis.class.getPackage().getImplementationVersion();
        return "MAFER Studio" + (version == null ? "" : " " + version);
    }

    private static FilmReport.FilmPart part(AnalysisRequest request, FilmFacts facts) {
        return new FilmReport.FilmPart(
                request.film().getFileName().toString(),
                request.film().toAbsolutePath().normalize().toString(),
                request.film().toFile().length(),
                facts.container(),
                facts.codec(),
                facts.pixelFormat(),
                facts.size().codedWidth(),
                facts.size().codedHeight(),
                facts.size().width(),
                facts.size().height(),
                facts.rotation(),
                facts.rate(),
                facts.start(),
                facts.duration().isPresent() ? (Double) facts.duration().getAsDouble() : null,
                facts.frames().isPresent() ? (Long) facts.frames().getAsLong() : null);
    }

    private static FilmReport.Settings settings(AnalysisRequest request) {
        FrameSelection frames = request.frames();
        return new FilmReport.Settings(
                frames.every(),
                frames.from(),
                frames.to().isPresent() ? (Double) frames.to().getAsDouble() : null,
                request.columns().id(),
                FullRangeDetector.NAME,
                FaceTracker.CARRIED_SECONDS,
                AnalysedFace.Expressions.SURE);
    }

    @Override
    public void close() {
        networks.forEach(AnalysisNetwork::close);
    }

    /** One run over a film. */
    private final class Run {
        private final AnalysisRequest request;
        private final Film film;
        private final PartialTable table;
        private final AnalysisListener listener;
        private final PlainTable plain = plain();
        private final long begun = System.nanoTime();
        private double from = Double.NaN;
        private long saved = begun;
        private long frames;
        private long faces;

        Run(AnalysisRequest request, Film film, PartialTable table, AnalysisListener listener) {
            this.request = request;
            this.film = film;
            this.table = table;
            this.listener = listener;
        }

        /** Returns false if it was stopped. */
        boolean toTheEnd() throws InterruptedException {
            FaceTracker tracker = resume();
            if (listener.stopRequested()) {
                // The place in the film may not be reached; the checkpoint stays as it was.
                return false;
            }
            List<InputPacker> packers =
                    networks.stream().map(AnalysisNetwork::packer).toList();
            try (FilmBlocks blocks = new FilmBlocks(film, request.frames(), packers, tracker)) {
                blocks.start();
                while (true) {
                    FilmBlocks.Block block = blocks.next();
                    if (block.failure().isPresent()) {
                        throw failed(block.failure().get());
                    }
                    add(block);
                    if (block.last()) {
                        return true;
                    }
                    if (listener.stopRequested()) {
                        table.save(frames, faces, block.state().orElseThrow());
                        return false;
                    }
                }
            }
        }

        private RuntimeException failed(Throwable cause) {
            return cause instanceof Problem problem
                    ? problem
                    : Problem.failure(Texts.of("analysis.error.failed", request.film(), cause), cause);
        }

        /** Goes to the frame after the checkpoint; the tracker goes on from there. */
        private FaceTracker resume() throws InterruptedException {
            Optional<PartialTable.Checkpoint> checkpoint = table.resumed();
            if (checkpoint.isEmpty()) {
                table.append(TableText.csvLine(plain.header()));
                // From now on, the folder says whose results these are.
                table.save(0, 0, FilmBlocks.State.START);
                if (request.frames().from() > 0) {
                    film.goTo(request.frames().from(), listener::stopRequested);
                }
                return new FaceTracker();
            }
            frames = checkpoint.get().frames();
            faces = checkpoint.get().faces();
            FilmBlocks.State state = checkpoint.get().state();
            if (state.damaged() == 0) {
                film.goAfter(state.nextFrame() - 1, state.seconds(), listener::stopRequested);
            } else {
                // What cannot be decoded is counted from the beginning.
                while (film.number() + 1 < state.nextFrame() && !listener.stopRequested() && film.skip()) {
                    // Decodes.
                }
            }
            try {
                return FaceTracker.read(new DataInputStream(new ByteArrayInputStream(state.tracker())));
            } catch (IOException e) {
                throw Problem.failure(Texts.of("analysis.error.checkpoint", request.checkpoint()), e);
            }
        }

        private void add(FilmBlocks.Block block) {
            StringBuilder rows = new StringBuilder();
            for (AnalysedFrame frame : classified(block.frames())) {
                rows.append(plain.rows(request.input(), frame));
                frames++;
                faces += frame.faces().size();
                from = Double.isNaN(from) ? frame.seconds() : from;
                double took = (System.nanoTime() - begun) / 1e9;
                if (frame.number()
                        == block.frames().get(block.frames().size() - 1).number()) {
                    listener.onProgress(new AnalysisProgress(
                            frames,
                            expected(frame.seconds()),
                            faces,
                            frame.seconds(),
                            (frame.seconds() - from) / took));
                }
            }
            table.append(rows.toString());
            long now = System.nanoTime();
            if ((now - saved) / 1e9 >= checkpointSeconds) {
                table.save(frames, faces, block.state().orElseThrow());
                saved = now;
            }
        }

        private List<AnalysedFrame> classified(List<FilmBlocks.Frame> frames) {
            List<List<AnalysedFace.Expressions>> answers = new ArrayList<>();
            for (int i = 0; i < networks.size(); i++) {
                int network = i;
                List<RasterImage> cuts = frames.stream()
                        .flatMap(frame -> frame.cuts().get(network).stream())
                        .toList();
                answers.add(networks.get(i).read(cuts));
            }
            List<AnalysedFrame> done = new ArrayList<>();
            int face = 0;
            for (FilmBlocks.Frame frame : frames) {
                List<AnalysedFace> read = new ArrayList<>();
                for (TrackedFace tracked : frame.faces()) {
                    int index = face;
                    read.add(new AnalysedFace(
                            tracked, answers.stream().map(all -> all.get(index)).toList()));
                    face++;
                }
                done.add(new AnalysedFrame(frame.number(), frame.seconds(), read));
            }
            return done;
        }

        /** From what the film says, or from what was read: some films state the resolution of their clock as a rate. */
        private OptionalLong expected(double seconds) {
            FilmFacts facts = film.facts();
            FrameSelection selection = request.frames();
            if (facts.frames().isEmpty() || facts.duration().isEmpty()) {
                return OptionalLong.empty();
            }
            double duration = facts.duration().getAsDouble();
            double span = Math.max(0, Math.min(duration, selection.to().orElse(duration)) - selection.from());
            double stated = facts.frames().getAsLong() * span / duration / selection.every();
            double read = frames * span / Math.max(1e-9, seconds - selection.from());
            return OptionalLong.of(Math.max(frames, Math.round(read < stated / 2 ? read : stated)));
        }
    }
}
