package org.maferstudio.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.maferstudio.cli.Mafer;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.StandardOutput;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.files.FileNames;
import org.maferstudio.job.MemoryShortage;
import org.maferstudio.job.Problem;
import org.maferstudio.network.check.EngineCheckProcess;
import org.maferstudio.network.onnx.run.OnnxTrialProcess;
import org.maferstudio.texts.Printable;
import picocli.CommandLine;

/** The entry point of the program: runs a command, or opens the window if none is given. */
public final class Main {
    private static final Set<String> ROOT_OPTIONS = Set.of("--help", "-h", "--version", "-V", "help");

    private static final String DEMO = "mafer-demo";

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[0].equals(EngineCheckProcess.ARGUMENT)) {
            // The installed program has no other launcher for a second process.
            EngineCheckProcess.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length > 0 && args[0].equals(OnnxTrialProcess.ARGUMENT)) {
            OnnxTrialProcess.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        try {
            FileNames.checkWorkingFolder();
        } catch (Problem e) {
            System.err.println(Printable.line(e.getMessage()));
            System.exit(ExitCode.USAGE);
        }
        StandardOutput output = StandardOutput.install();
        StopRequest stop = new StopRequest();
        Console console = new Console(System.out, System.err, stop);
        Interrupts.handle(stop, console);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> failed(thrown, console));
        int code = run(args, console);
        if (!output.isComplete()) {
            output.sentence().ifPresent(console::message);
            code = ExitCode.FAILED;
        }
        stop.workEnded();
        System.exit(code);
    }

    /** Handles uncaught exceptions of background threads; the window has its own handler. */
    private static void failed(Throwable thrown, Console console) {
        int code = Mafer.explain(thrown, console);
        if (MemoryShortage.isIn(thrown)) {
            // Other threads would wait forever for the result of this thread.
            Runtime.getRuntime().halt(code);
        }
    }

    /** Runs one command. */
    static int run(String[] args, Console console) {
        List<Callable<Integer>> commands =
                new ArrayList<>(Mafer.commands(console, new PulseBenchmark(), new LiveWindows(console)));
        commands.add(new GuiCommand(console, () -> runDemo(console)));
        commands.add(new ScreenshotsCommand());
        CommandLine line = Mafer.commandLine(console, commands);
        return Mafer.execute(line, console, args(args, line.getSubcommands().keySet()));
    }

    /** Without a display, {@code mafer} runs the demo. */
    private static int runDemo(Console console) {
        console.message("Running the demo instead; its results are written to " + DEMO
                + "/. For all commands, run mafer --help.");
        return run(new String[] {"demo", "--out", DEMO}, console);
    }

    /** The window is the default: {@code mafer}, {@code mafer DIR} and {@code mafer --workspace DIR} mean {@code gui}. */
    private static String[] args(String[] args, Set<String> commands) {
        if (!commands.contains("gui")) {
            return args;
        }
        boolean named = args.length > 0
                && (commands.contains(args[0]) || ROOT_OPTIONS.contains(args[0]) || args[0].equals("--verbose"));
        if (named) {
            return args;
        }
        List<String> all = new ArrayList<>(List.of("gui"));
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }
}
