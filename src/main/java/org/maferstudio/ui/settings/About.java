package org.maferstudio.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.workbench.EngineInfo;

/** The versions of the program and its libraries, and the content of an error report. */
final class About {
    private About() {}

    /** Name and version of the program and of its libraries, one per line. */
    static List<String> versions(EngineInfo engine) {
        List<String> lines = new ArrayList<>();
        lines.add(version(About.class)
                .map(version -> Texts.of("settings.about.program", version))
                .orElse(Texts.of("settings.about.unpackaged")));
        lines.add(
                Texts.of("settings.about.java", System.getProperty("java.version"), System.getProperty("java.vendor")));
        lines.add(Texts.of("settings.about.javafx", System.getProperty("javafx.runtime.version", "unknown")));
        if (engine != null) {
            lines.add(engine.engine() + ", " + engine.source());
            lines.addAll(engine.libraries());
        }
        lines.add(System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch"));
        return List.copyOf(lines);
    }

    private static Optional<String> version(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion());
    }

    /** Versions, devices and the last lines of the log; the home folder is written as ~. */
    static String report(EngineInfo engine, List<String> log) {
        List<String> lines = new ArrayList<>(versions(engine));
        if (engine == null) {
            lines.add(Texts.of("settings.about.report.noEngine"));
        } else {
            lines.addAll(engine.devices());
            engine.whyNotGpu().ifPresent(lines::add);
        }
        lines.add("");
        lines.add(log.isEmpty() ? Texts.of("settings.about.report.emptyLog") : Texts.of("settings.about.report.log"));
        lines.addAll(log);
        String home = System.getProperty("user.home", "");
        String text = String.join("\n", lines) + "\n";
        return home.length() > 1 ? text.replace(home, "~") : text;
    }
}
