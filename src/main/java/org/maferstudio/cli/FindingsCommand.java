package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.maferstudio.cli.options.ForceOption;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.experiment.ExperimentLibrary;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.files.OutputFile;
import org.maferstudio.files.OutputFolder;
import org.maferstudio.job.Problem;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.findings.Findings;
import org.maferstudio.report.findings.FindingsPage;
import org.maferstudio.report.findings.Setting;
import org.maferstudio.report.painting.FigureStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a page on what settings show. */
@Command(
        name = "findings",
        description = {
            "Write a page on what several settings show, over their seeds.",
            "Compares each setting with the first one: accuracy by resolution, with and without duplicates, degraded images, "
                    + "other datasets, calibration, and what all this does not show. NAME=DIR once for each run of a "
                    + "setting; runs at the same place of two settings are paired."
        })
final class FindingsCommand implements Callable<Integer> {
    private static final String PAGE = "findings.md";
    private static final String FIGURE = "accuracy.png";
    private static final int DPI = 150;

    private final Console console;

    @Parameters(
            paramLabel = "NAME=DIR",
            arity = "2..*",
            description =
                    "A setting and the folder or bundle of one of its runs, such as Baseline=base-17 Baseline=base-18 "
                            + "Multi-resolution=multi-17 Multi-resolution=multi-18.")
    private List<String> runs;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for " + PAGE + " and its figure, " + FIGURE + ".")
    private Path out;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            defaultValue = "What we found",
            description = "Heading of the page (default: ${DEFAULT-VALUE}).")
    private String title;

    @Option(
            names = "--split",
            paramLabel = "S",
            description = "Split: test, validation or train (default: the first of these that all experiments have).")
    private String split;

    @Mixin
    private ForceOption force;

    FindingsCommand(Console console) {
        this.console = console;
    }

    /** One run and its setting. */
    private record Run(String setting, Path folder) {
        static Run of(String text) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw Problem.input(
                        "Give each run with the name of its setting, as in Baseline=base-17. Got " + text + ".");
            }
            return new Run(text.substring(0, equals).strip(), Path.of(text.substring(equals + 1)));
        }

        /** As on a command line, quoted if necessary. */
        String text() {
            String text = setting + "=" + folder.normalize().getFileName();
            return text.matches("[\\w.=-]+") ? text : '"' + text + '"';
        }
    }

    @Override
    public Integer call() {
        List<Run> named = runs.stream().map(Run::of).toList();
        Map<String, List<Path>> folders = new LinkedHashMap<>();
        named.forEach(run -> folders.computeIfAbsent(run.setting(), name -> new ArrayList<>())
                .add(run.folder()));
        if (folders.size() < 2) {
            throw Problem.input(
                    "All runs have the setting " + folders.keySet().iterator().next()
                            + ". Give two settings or more, as in Baseline=A Multi-resolution=B.");
        }
        Path page = OutputFolder.of(out).resolve(PAGE);
        force.check(page, OutputFile.Kind.FINDINGS);
        force.checkFigure(out.resolve(FIGURE));
        try (ExperimentLibrary library = new ExperimentLibrary()) {
            List<Setting> settings = new ArrayList<>();
            folders.forEach((name, paths) -> settings.add(new Setting(name, library.open(paths))));
            Findings findings = Findings.of(settings, Optional.ofNullable(split));
            FigureFile.write(out.resolve(FIGURE), findings.figure(), FigureStyle.paper(), DPI);
            SafeFile.write(page, FindingsPage.text(findings, title, FIGURE, command(named)));
        }
        console.print(page.toString());
        return ExitCode.DONE;
    }

    /** The settings and names of folders, without their place on this computer. */
    private static String command(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining(" ", "mafer findings ", " --out findings"));
    }
}
