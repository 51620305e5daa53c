package org.maferstudio.series.remote;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The files of a series that are fetched from its host. The host is not trusted: it names what it likes. */
final class RemoteFiles {
    static final String MANIFEST = "experiment.json";
    static final String CLAIM = ".writer.json";

    /** It says that results were gathered, which is then done here, because it names folders of the host. */
    static final String SUMMARY = "summary.json";

    /** The largest file, and all together. */
    private static final long MOST_BYTES = 4L << 30;

    private static final long MOST_TOTAL = 64L << 30;
    private static final int MOST_FILES = 200_000;

    /** As {@code find} prints them: size, time of the last change in seconds, name. */
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,12}(?:\\.\\d{1,12})?) (.{1,400})");

    /** The files of the series itself. Its combined predictions are made here. */
    private static final Pattern OF_SERIES =
            Pattern.compile("(?:experiment|execution|summary)\\.json|logs/(?:run-\\d{4}|gather)\\.txt");

    private static final String NETWORK = "checkpoints/best.safetensors";

    private final Map<String, SeriesRun> runs = new HashMap<>();
    private final Set<String> networks = new HashSet<>();

    /**
     * A file on the host.
     *
     * @param name relative to the folder of the series
     * @param size in bytes
     * @param changed its last change in seconds, as text with all digits
     */
    record RemoteFile(String name, long size, String changed) {
        /** What is remembered of a file that was fetched. */
        String version() {
            return size + " " + changed;
        }

        /** The last change in whole seconds. */
        long seconds() {
            return Long.parseLong(changed.replaceFirst("\\..*", ""));
        }

        boolean isManifest() {
            return name.equals(MANIFEST) || name.endsWith("/" + MANIFEST);
        }
    }

    /** A manifest says what is there, so it comes last, and that of the series after those of its runs. */
    static final Comparator<RemoteFile> ORDER = Comparator.comparing(RemoteFile::isManifest)
            .thenComparing(file -> file.name().equals(MANIFEST))
            .thenComparing(RemoteFile::name);

    /** The files of a series without networks. */
    RemoteFiles(Series series) {
        series.runs().forEach(run -> runs.put(run.name(), run));
    }

    /** Adds the networks of some runs. */
    RemoteFiles with(Iterable<SeriesRun> some) {
        some.forEach(run -> networks.add(run.name() + "/" + NETWORK));
        return this;
    }

    /** The run that a file belongs to; empty if it belongs to the series. */
    Optional<SeriesRun> run(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.ofNullable(runs.get(name.substring(0, slash)));
    }

    /**
     * The files that are wanted of those that a host lists.
     *
     * @throws Problem if they are too many or too large
     */
    Map<String, RemoteFile> wanted(String listing, String host) {
        Map<String, RemoteFile> files = new TreeMap<>();
        long total = 0;
        for (String line : (Iterable<String>) listing.lines()::iterator) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && isWanted(matcher.group(3))) {
                RemoteFile file = new RemoteFile(matcher.group(3), Long.parseLong(matcher.group(1)), matcher.group(2));
                files.put(file.name(), file);
                total += file.size();
                if (file.size() > MOST_BYTES || total > MOST_TOTAL || files.size() > MOST_FILES) {
                    throw Problem.failure(Texts.of("series.remote.error.tooLarge", host, file.name()));
                }
            }
        }
        return files;
    }

    private boolean isWanted(String name) {
        if (run(name).isEmpty()) {
            return OF_SERIES.matcher(name).matches();
        }
        String inRun = name.substring(name.indexOf('/') + 1);
        return inRun.equals(CLAIM)
                || inRun.equals("log.txt")
                || networks.contains(name)
                || (Bundle.belongs(inRun) && !inRun.equals("series.json"));
    }
}
