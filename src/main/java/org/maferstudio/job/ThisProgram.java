package org.maferstudio.job;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How this process was started, so that the program can start itself again. */
public final class ThisProgram {
    /** The script that started this process, which sets it. */
    private static final String LAUNCHER = "mafer.launcher";

    private static final String MAIN = "org.maferstudio.app.Main";

    /** What only one process can have. */
    private static final List<String> DEBUGGERS = List.of("-javaagent:", "-agentlib:", "-Xrunjdwp");

    private ThisProgram() {}

    /** The executable of this process: Java, or the launcher of the installed program. */
    public static String executable() {
        return ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /**
     * The command that starts this exact program as another process.
     *
     * @param mainClass of that process, with its package
     * @param argument the first argument by which the launcher of the installed program chooses that process
     * @param options of Java, such as {@code -Xmx256m}; the installed program has those of its launcher
     */
    public static List<String> command(String mainClass, String argument, List<String> options) {
        List<String> command = new ArrayList<>(List.of(executable()));
        if (isJava()) {
            command.addAll(options);
            command.addAll(List.of("-cp", classPath(), mainClass));
        } else {
            command.add(argument);
        }
        return command;
    }

    /**
     * The command that runs another command of this program, such as {@code mafer run-task DIR 3}, as this process was
     * started: by its launcher, or by Java with the same options.
     */
    public static List<String> mafer(String... arguments) {
        List<String> command = new ArrayList<>();
        String launcher = System.getProperty(LAUNCHER, "");
        if (!launcher.isEmpty() || !isJava()) {
            command.add(launcher.isEmpty() ? executable() : launcher);
        } else {
            command.add(executable());
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(option -> DEBUGGERS.stream().noneMatch(option::startsWith))
                    .forEach(command::add);
            command.addAll(List.of("-cp", classPath(), MAIN));
        }
        command.addAll(List.of(arguments));
        return command;
    }

    /** With whole names, since the process may run in a folder of its own. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry ->
                        Path.of(entry.isEmpty() ? "." : entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether the executable is Java, which needs a class path and a main class. */
    public static boolean isJava() {
        return Path.of(executable())
                .getFileName()
                .toString()
                .toLowerCase(Locale.ROOT)
                .startsWith("java");
    }
}
