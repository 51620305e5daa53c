package org.maferstudio.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.maferstudio.cli.options.DeviceOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Saving;
import org.maferstudio.live.LiveListener;
import org.maferstudio.live.LiveNetwork;
import org.maferstudio.live.LiveNetworks;
import org.maferstudio.live.LiveReading;
import org.maferstudio.live.LiveSession;
import org.maferstudio.live.LiveState;
import org.maferstudio.live.LiveStatistics;
import org.maferstudio.live.Recording;
import org.maferstudio.live.ValueMeans;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.settings.SystemFolders;
import org.maferstudio.video.SourceName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Classifies the faces of a camera, a video, a folder, the sample film or drawn faces, frame by frame. */
@Command(
        name = "live",
        description = {
            "Recognise facial expressions in a camera stream, a video, a folder or the sample film.",
            "Detects faces and classifies them with one or two networks. Opens the window unless "
                    + "you add --headless. Nothing is stored without --record, and nothing is sent over the "
                    + "network."
        })
final class LiveCommand implements Callable<Integer> {
    private static final long PATIENCE = 15_000;
    /** Compact networks do not benefit from a second thread, and capture and face detection need the others. */
    private static final DeviceConfig ONE_THREAD = new DeviceConfig("auto", 1);

    private final Console console;
    private final LiveWindow window;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            defaultValue = "sample",
            description = "Source: camera:0, a video file, a folder of images, a recording, the URL of a "
                    + "stream, sample (a film that is included), or drawn (default: ${DEFAULT-VALUE}).")
    private String source;

    @Option(
            names = {"--experiment", "--network"},
            paramLabel = "DIR",
            description = "Experiment whose best network classifies the faces. Repeat the option for a second "
                    + "network (default: the networks included with the program).")
    private List<Path> experiments = new ArrayList<>();

    @Option(names = "--headless", description = "Run without a window, and print statistics at the end.")
    private boolean headless;

    @Option(
            names = "--frames",
            paramLabel = "N",
            description = "Stop after this number of frames with a face (default: at the end of the source).")
    private long frames = Long.MAX_VALUE;

    @Option(
            names = "--resolution",
            paramLabel = "RESOLUTION",
            defaultValue = Resolution.NATIVE_ID,
            description = "Resolution to which faces are downsampled: native, or a number of pixels (default: "
                    + "${DEFAULT-VALUE}).")
    private Resolution resolution;

    @Option(
            names = "--sweep",
            description = "Also classify the largest face at several resolutions, four times per second, as the "
                    + "window does. It is not printed; the statistics include its cost.")
    private boolean sweep;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description =
                    "New folder in which to record the frames (lossless) and a table of faces and " + "probabilities.")
    private Path record;

    @Mixin
    private DeviceOptions device;

    @Option(names = "--json", description = "Print the statistics as one JSON object.")
    private boolean json;

    LiveCommand(Console console, LiveWindow window) {
        this.console = console;
        this.window = window;
    }

    @Override
    public Integer call() throws Exception {
        SourceName name = SourceName.of(source);
        OptionalInt lowered = resolution.pixels();
        if (frames < 1) {
            throw Problem.input("--frames must be at least 1, got " + frames + ".");
        }
        if (!headless) {
            if (record != null || json || frames != Long.MAX_VALUE) {
                throw Problem.input("--record, --frames and --json need --headless. In the window, press R to record.");
            }
            return window.show(name, lowered, experiments);
        }
        List<LiveNetwork> networks = LiveNetworks.open(folders(), device.applyTo(ONE_THREAD));
        try {
            return run(name, networks, lowered);
        } finally {
            networks.forEach(LiveNetwork::close);
        }
    }

    private List<Path> folders() {
        if (!experiments.isEmpty()) {
            return experiments;
        }
        return LiveNetworks.included(
                IncludedExperiments.folderIn(SystemFolders.ofThisSystem().workspace()));
    }

    private int run(SourceName name, List<LiveNetwork> networks, OptionalInt lowered) throws InterruptedException {
        Watch watch = new Watch(networks);
        LiveSession session = new LiveSession(name, networks, watch);
        session.setStillTime(0);
        if (name.kind() != SourceName.Kind.RECORDING || lowered.isPresent()) {
            session.setResolution(lowered);
        }
        session.setSweeping(sweep);
        Optional<Saving> saving = Optional.ofNullable(record).map(folder -> Saving.of("the recording in " + folder));
        try (Recording recording = record == null ? null : Recording.create(record, name.toString(), networks)) {
            session.setRecording(recording);
            // No more frames than requested.
            watch.enough = () -> session.setRecording(null);
            session.start();
            while (!watch.over.await(200, TimeUnit.MILLISECONDS)) {
                if (console.stopRequested()) {
                    break;
                }
            }
            session.stop();
            if (!session.awaitEnd(PATIENCE)) {
                throw Problem.failure("The live view did not stop. Quit the program.");
            }
        } finally {
            saving.ifPresent(Saving::close);
        }
        if (record != null && !Files.exists(record)) {
            console.message("Nothing was recorded, because no frame was read.");
        }
        Problem failed = watch.failed.get();
        if (failed != null) {
            throw failed;
        }
        printStatistics(name, networks, watch, session.dropped());
        return console.stopRequested() ? ExitCode.STOPPED : ExitCode.DONE;
    }

    private void printStatistics(SourceName name, List<LiveNetwork> networks, Watch watch, long dropped) {
        LiveStatistics statistics = watch.statistics;
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("source", name.toString());
            object.put("networks", networks.stream().map(LiveNetwork::name).toList());
            object.put("frames", statistics.frames());
            object.put("frames_searched", statistics.searched());
            object.put("frames_per_second", statistics.framesPerSecond());
            object.put("latency_ms_p50", statistics.latency(0.5));
            object.put("latency_ms_p95", statistics.latency(0.95));
            object.put("dropped", dropped);
            object.put("faces", statistics.faces());
            object.put("mean_values", watch.values.byNetwork());
            console.json(object);
            return;
        }
        console.print(String.format(
                Locale.ROOT,
                "%s with a face of %s searched, %s, %.1f frames per second, %s dropped",
                CountText.of(statistics.frames(), "frame"),
                CountText.of(statistics.searched(), "frame"),
                CountText.of(statistics.faces(), "face"),
                statistics.framesPerSecond(),
                CountText.of(dropped, "frame")));
        console.print(String.format(
                Locale.ROOT,
                "latency from capture to result: median %.1f ms, 95th percentile %.1f ms",
                statistics.latency(0.5),
                statistics.latency(0.95)));
    }

    /** Counts frames, and ends after the requested number. */
    private final class Watch implements LiveListener {
        private final LiveStatistics statistics = new LiveStatistics();
        private final ValueMeans values;
        private volatile Runnable enough = () -> {};
        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicReference<Problem> failed = new AtomicReference<>();

        Watch(List<LiveNetwork> networks) {
            values = new ValueMeans(networks);
        }

        @Override
        public void onReading(LiveReading reading) {
            if (statistics.frames() < frames) {
                statistics.add(reading);
                values.add(reading);
            }
            if (statistics.frames() >= frames) {
                enough.run();
                over.countDown();
            }
        }

        @Override
        public void onState(LiveState state) {
            if (state.kind() == LiveState.Kind.WAITING) {
                console.message(state.sentence());
            }
            state.problem().ifPresent(failed::set);
            if (state.over()) {
                over.countDown();
            }
        }

        @Override
        public void onRecordingFailed(Problem problem) {
            failed.set(problem);
            over.countDown();
        }
    }
}
