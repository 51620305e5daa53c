package org.maferstudio.analysis;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.WriteFailure;

/**
 * The results in a folder, and their names: films of the same name in different folders do not share results.
 *
 * <p>Results are named after the film, {@code clip}; if these are another film's, with its folder in front, {@code
 * monday-clip}, and with further folders if necessary. A film that has results in the folder keeps their name, so that
 * a repeated command finds them.
 */
public final class AnalysisResults {
    private static final String PARTIAL = ".partial";

    private final Path folder;
    private final Map<String, Path> reserved = new HashMap<>();

    /** The results in a folder, which need not exist. */
    public AnalysisResults(Path folder) {
        this.folder = folder;
    }

    /** Keeps the name of an analysis that is planned or runs; one in another folder does not matter. */
    public void reserve(AnalysisRequest request) {
        if (sameFile(request.folder(), folder)) {
            reserved.put(key(request.name()), absolute(request.film()));
        }
    }

    /**
     * A request with the name of the film's results, which is reserved.
     *
     * @throws org.maferstudio.job.Problem if the film is a folder or a device
     */
    public AnalysisRequest request(Path film, FrameSelection frames, TableColumns columns) {
        InputFile.of(film);
        List<String> free = new ArrayList<>();
        String own = null;
        for (String name : inputs(film).keySet()) {
            AnalysisRequest there = new AnalysisRequest(film, folder, name, frames, columns);
            Path other = reserved.get(key(name));
            if (other != null ? other.equals(absolute(film)) : belong(there)) {
                own = name;
                break;
            }
            if (other == null && files(there).stream().noneMatch(Files::exists)) {
                free.add(name);
            }
        }
        String last = inputs(film).keySet().stream().reduce((one, next) -> next).orElseThrow();
        // If even the whole path is taken, the analysis says by what.
        String name = own != null ? own : free.isEmpty() ? last : free.get(0);
        AnalysisRequest request = new AnalysisRequest(film, folder, name, frames, columns);
        reserve(request);
        return request;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Path absolute(Path film) {
        return film.toAbsolutePath().normalize();
    }

    private static boolean sameFile(Path one, Path other) {
        return absolute(one).equals(absolute(other));
    }

    /** Everything that results of this name could consist of, except a table of which nothing can be continued. */
    private static List<Path> files(AnalysisRequest request) {
        return List.of(request.table(), request.report(), request.figure(), request.checkpoint());
    }

    /** The possible names of a film's results, and how the film is named in their tables. */
    static Map<String, String> inputs(Path film) {
        Path absolute = absolute(film);
        String file = absolute.getFileName().toString();
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put(stem, file);
        String folders = "";
        for (Path up = absolute.getParent(); up != null && up.getFileName() != null; up = up.getParent()) {
            folders = up.getFileName() + "/" + folders;
            inputs.put((folders + stem).replace('/', '-'), folders + file);
        }
        inputs.put((folders + file).replace('/', '-'), folders + file);
        // These are the names of tables that grow.
        inputs.keySet().removeIf(name -> key(name).endsWith(PARTIAL));
        return inputs;
    }

    /** The film of a report as the table of this name calls it, such as {@code monday/clip.mp4}. */
    public static String input(FilmReport report, String name) {
        FilmReport.FilmPart film = report.film();
        try {
            return film.path() == null
                    ? film.file()
                    : inputs(Path.of(film.path())).getOrDefault(name, film.file());
        } catch (InvalidPathException e) {
            // A report from another system.
            return film.file();
        }
    }

    /** Whether complete results of the film are there, by whatever networks and settings. */
    public static boolean areComplete(AnalysisRequest request) {
        return Files.exists(request.table())
                && FilmReport.read(request.report())
                        .filter(report -> isOf(report, request.film()))
                        .isPresent();
    }

    /** Whether there are results of the film, complete or interrupted. */
    private static boolean belong(AnalysisRequest request) {
        return FilmReport.read(request.report())
                .map(there -> isOf(there, request.film()))
                .orElseGet(() -> areInterrupted(request));
    }

    /** Whether an analysis of the film under this name was interrupted, perhaps while it wrote the results. */
    static boolean areInterrupted(AnalysisRequest request) {
        return PartialTable.film(request)
                .filter(absolute(request.film())::equals)
                .isPresent();
    }

    /** Whether a report is of this film: at the same place, or moved with its name and size. */
    static boolean isOf(FilmReport report, Path film) {
        FilmReport.FilmPart there = report.film();
        boolean sameName = film.getFileName().toString().equals(there.file());
        if (!sameName || there.path() == null) {
            return sameName;
        }
        return there.path().equals(absolute(film).toString())
                || (there.bytes() != null
                        && there.bytes() == film.toFile().length()
                        && !new File(there.path()).isFile());
    }

    /** Deletes results of the film, complete or interrupted, so that its analysis starts anew; others are kept. */
    public static void delete(AnalysisRequest request) {
        if (!belong(request)) {
            return;
        }
        List<Path> files = new ArrayList<>(files(request));
        files.add(request.partialTable());
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw WriteFailure.of(file, e);
            }
        }
    }
}
