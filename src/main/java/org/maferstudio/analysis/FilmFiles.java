package org.maferstudio.analysis;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;
import org.maferstudio.video.Film;

/** Finds the videos in folders. */
public final class FilmFiles {
    /** Maximum number of videos that are found at once. */
    static final int MOST = 1000;

    private static final int MOST_ENTRIES = 100_000;
    private static final int DEEPEST = 8;

    private FilmFiles() {}

    /**
     * The videos in a folder and its subfolders, by name; links, hidden files and hidden folders are left out.
     *
     * @throws Problem if there is none, there are more than can be found at once, or the folder cannot be read
     */
    public static List<Path> in(Path folder, Progress progress) {
        Search search = new Search(folder, progress);
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, search);
        } catch (IOException e) {
            throw Problem.input(Texts.of("analysis.films.error.unreadable", folder), e);
        }
        if (search.films.isEmpty() && !progress.stopRequested()) {
            throw Problem.input(Texts.of("analysis.films.error.none", folder, String.join(", ", Film.ENDINGS)));
        }
        Collections.sort(search.films);
        return List.copyOf(search.films);
    }

    private static boolean isFilm(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Film.ENDINGS.stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Progress progress;
        private final List<Path> films = new ArrayList<>();
        private int entries;

        Search(Path folder, Progress progress) {
            this.folder = folder;
            this.progress = progress;
        }

        private boolean isHidden(Path entry) {
            // macOS puts a hidden file beside each file on foreign disks.
            return !entry.equals(folder) && entry.getFileName().toString().startsWith(".");
        }

        @Override
        public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
            if (progress.stopRequested()) {
                return FileVisitResult.TERMINATE;
            }
            return isHidden(entered) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            entries++;
            if (attributes.isRegularFile() && !isHidden(file) && isFilm(file)) {
                films.add(file);
            }
            if (films.size() > MOST || entries > MOST_ENTRIES) {
                throw Problem.input(Texts.of("analysis.films.error.many", folder, MOST, MOST_ENTRIES));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            if (file.equals(folder)) {
                throw why;
            }
            // A folder of somebody else inside does not matter.
            return FileVisitResult.CONTINUE;
        }
    }
}
