package org.maferstudio.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.OutputLostException;
import org.maferstudio.files.FileNames;
import org.maferstudio.job.MemoryShortage;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Printable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The root command: lists the commands, and converts exceptions to a message and an exit code. */
@Command(
        name = "mafer",
        description =
                "Train, evaluate and compare networks that recognise facial expressions at any image " + "resolution.",
        mixinStandardHelpOptions = true,
        versionProvider = Mafer.Version.class,
        scope = ScopeType.INHERIT)
public final class Mafer implements Callable<Integer> {
    private static final String[] SYNOPSIS = {
        "mafer [--workspace DIR] [EXPERIMENT_DIR|FILE.mafer]   opens the window", "       mafer COMMAND [--help]"
    };

    /** Names of commands in version 0.1.0, which scripts may still use, with their present ones. */
    private static final Map<String, String> OLD_NAMES = Map.of("lower", "downsample", "matrix", "cross-dataset");

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the log, and stack traces of errors.")
    private boolean verbose;

    @Override
    public Integer call() {
        throw new ParameterException(new CommandLine(this), "No command given. For example: mafer demo --out DIR");
    }

    /** The commands that need no window. Register new commands here. */
    public static List<Callable<Integer>> commands(Console console) {
        return commands(console, WindowBenchmark.NO_WINDOW, LiveWindow.NONE);
    }

    /**
     * All commands, with access to the window.
     *
     * @param window measures the window
     * @param live shows the live view
     */
    public static List<Callable<Integer>> commands(Console console, WindowBenchmark window, LiveWindow live) {
        return List.of(
                new DemoCommand(console),
                new DatasetCommand(console),
                new DuplicatesCommand(console),
                new CropCommand(console),
                new FacesCommand(console),
                new TrainCommand(console),
                new ResumeCommand(console),
                new SeriesCommand(console),
                new SlicesCommand(console),
                new RobustnessCommand(console),
                new ExplainCommand(console),
                new RunTaskCommand(console),
                new EvaluateCommand(console),
                new TestCommand(console),
                new DownsampleCommand(console),
                new FigureCommand(console),
                new EmbedCommand(console),
                new ReportCommand(console),
                new CompareCommand(console),
                new CalibrateCommand(console),
                new EnsembleCommand(console),
                new FindingsCommand(console),
                new CrossDatasetCommand(console),
                new BundleCommand(console),
                new ImportPredictionsCommand(console),
                new ImportMatrixCommand(console),
                new ImportNetworkCommand(console),
                new DevicesCommand(console),
                new AnalyzeCommand(console),
                new LiveCommand(console, live),
                new BenchCommand(console, window),
                new BenchFacesCommand(console),
                new ExportCommand(console),
                new ConvertCommand(console),
                new FeaturesCommand(console));
    }

    /** Creates the command line with these commands. */
    public static CommandLine commandLine(Console console, List<Callable<Integer>> commands) {
        CommandLine line = new CommandLine(new Mafer());
        commands.forEach(line::addSubcommand);
        OLD_NAMES.forEach(
                (old, name) -> Optional.ofNullable(line.getSubcommands().get(name))
                        .ifPresent(command -> {
                            Object same = command.getCommand();
                            CommandLine alias = new CommandLine(same).setCommandName(old);
                            alias.getCommandSpec().usageMessage().hidden(true);
                            line.addSubcommand(old, alias);
                        }));
        // Not in the annotation, as commands would inherit it instead of their own.
        line.getCommandSpec().usageMessage().customSynopsis(SYNOPSIS);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Resolution.class, Mafer::resolution);
        line.registerConverter(Path.class, Mafer::path);
        for (Class<Integer> whole : List.of(Integer.class, int.class)) {
            line.registerConverter(whole, typed -> number(typed, Integer::decode, "a whole number"));
        }
        for (Class<Long> whole : List.of(Long.class, long.class)) {
            line.registerConverter(whole, typed -> number(typed, Long::decode, "a whole number"));
        }
        for (Class<Double> any : List.of(Double.class, double.class)) {
            line.registerConverter(any, typed -> number(typed, Double::valueOf, "a number"));
        }
        line.setExecutionStrategy(parsed -> {
            boolean verbose = parsed.commandSpec().userObject() instanceof Mafer mafer && mafer.verbose;
            Logs.toConsole(verbose);
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setParameterExceptionHandler((problem, args) -> {
            String name = problem.getCommandLine().getCommandSpec().qualifiedName();
            console.message(oneLine(problem.getMessage()) + " See " + name + " --help.");
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((problem, failed, parsed) -> explain(problem, console, isVerbose(failed)));
        return line;
    }

    /**
     * Runs a command, and converts any exception or error, such as insufficient memory, to a message and an exit code.
     *
     * @param line created by {@link #commandLine}
     */
    public static int execute(CommandLine line, Console console, String... args) {
        try {
            return line.execute(args);
        } catch (Throwable e) { // picocli handles exceptions, but not errors.
            return explain(e, console, List.of(args).contains("--verbose"));
        }
    }

    private static Resolution resolution(String typed) {
        try {
            return Resolution.parse(typed);
        } catch (Problem e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static <T> T number(String typed, Function<String, T> parse, String kind) {
        try {
            return parse.apply(typed.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("\"" + typed + "\" is not " + kind + ".");
        }
    }

    private static Path path(String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    FileNames.problem(e).map(Problem::getMessage).orElse("\"" + typed + "\" is not a valid path."));
        }
    }

    private static int explain(Throwable thrown, Console console, boolean verbose) {
        if (verbose && !(thrown instanceof OutputLostException)) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            console.message(trace.toString());
        }
        return explain(thrown, console);
    }

    /** Prints in one sentence what went wrong, and returns the exit code. */
    public static int explain(Throwable thrown, Console console) {
        if (thrown instanceof OutputLostException) {
            return ExitCode.FAILED;
        }
        if (thrown instanceof Problem problem) {
            console.message(Printable.line(problem.getMessage()));
            return problem.kind() == Problem.Kind.INPUT ? ExitCode.USAGE : ExitCode.FAILED;
        }
        Optional<Problem> name = FileNames.problem(thrown);
        if (name.isPresent()) {
            console.message(Printable.line(name.get().getMessage()));
            return ExitCode.USAGE;
        }
        if (MemoryShortage.isIn(thrown)) {
            console.message(
                    "There is not enough memory. Use a smaller batch, smaller images or a smaller file, or start with JAVA_OPTS=-Xmx8g.");
            return ExitCode.FAILED;
        }
        console.message("Unexpected error (" + oneLine(String.valueOf(thrown))
                + "). Run the command again with --verbose to see where it occurred.");
        return ExitCode.FAILED;
    }

    private static boolean isVerbose(CommandLine line) {
        CommandLine root = line;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root.getCommand() instanceof Mafer mafer && mafer.verbose;
    }

    private static String oneLine(String message) {
        String line = Printable.line(String.valueOf(message));
        return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
    }

    /** The program's version, from the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Mafer.class.getPackage().getImplementationVersion();
            return new String[] {"MAFER Studio " + (version == null ? "(not packaged)" : version)};
        }
    }
}
