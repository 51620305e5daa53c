package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;

/** A folder with experiments in {@code experiments/}. If another process has opened it, it is read-only here. */
public final class Workspace implements AutoCloseable {
    /** The subfolder of the experiments. */
    static final String EXPERIMENTS = "experiments";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    private final Path folder;
    private final Optional<FolderLock> lock;

    private Workspace(Path folder, Optional<FolderLock> lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens a workspace, and creates it if it does not exist.
     *
     * @throws Problem if the folder cannot be written to
     */
    public static Workspace open(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(place.resolve(EXPERIMENTS));
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.workspace.error.notWritable", folder), e);
        }
        if (!Files.isWritable(place) || !Files.isWritable(place.resolve(EXPERIMENTS))) {
            throw Problem.input(Texts.of("experiment.workspace.error.notWritable", folder));
        }
        return new Workspace(place, FolderLock.acquire(place));
    }

    /** Its folder, absolute. */
    public Path folder() {
        return folder;
    }

    /** Whether another process has opened it, so that it is read-only here. */
    public boolean readOnly() {
        return lock.isEmpty();
    }

    /** Whether a folder is in the folder of its experiments. */
    public boolean lists(Path experiment) {
        return experiment.startsWith(folder.resolve(EXPERIMENTS));
    }

    /** Its experiments, the newest first. */
    public List<Experiment> experiments() {
        try (Stream<Path> folders = Files.list(folder.resolve(EXPERIMENTS))) {
            return folders.filter(Experiment::isExperiment)
                    .sorted(Comparator.comparing(
                                    (Path path) -> path.getFileName().toString())
                            .reversed())
                    .map(Experiment::open)
                    .toList();
        } catch (NoSuchFileException e) {
            throw missing(e);
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.workspace.error.unreadable", folder), e);
        }
    }

    /**
     * Creates an experiment in a folder named after the time and the recipe.
     *
     * @throws Problem if the workspace is read-only, or cannot be written
     */
    public Experiment create(Recipe recipe, LocalDateTime now) {
        return Experiment.createIn(newFolder(recipe.name(), now), recipe, now);
    }

    /**
     * Returns a folder for a new experiment, named after the time and a name; it does not exist yet.
     *
     * @throws Problem if the workspace is read-only
     */
    public Path newFolder(String called, LocalDateTime now) {
        if (readOnly()) {
            throw Problem.input(Texts.of("experiment.workspace.error.readOnly", folder));
        }
        if (!Files.isDirectory(folder)) {
            throw missing(null);
        }
        String name = STAMP.format(now) + "-" + fileName(called);
        Path place = folder.resolve(EXPERIMENTS).resolve(name);
        for (int i = 2; Files.exists(place); i++) {
            place = folder.resolve(EXPERIMENTS).resolve(name + "-" + i);
        }
        return place;
    }

    /** The time in the name of an experiment's folder, see {@link #newFolder}; empty if there is none. */
    static Optional<LocalDateTime> time(String name) {
        int length = "yyyy-MM-dd-HHmmss".length();
        return name.length() < length ? Optional.empty() : parsed(name.substring(0, length), STAMP);
    }

    /** Parses a time such as {@code 2026-01-31T12:00:59}; empty if it is invalid. */
    static Optional<LocalDateTime> isoTime(String text) {
        return parsed(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    private static Optional<LocalDateTime> parsed(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(text, format));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Moves an experiment to the folder {@code bin} of the workspace, which is not displayed.
     *
     * @return its new folder
     * @throws Problem if it is not in this workspace, is being trained, or cannot be moved
     */
    public Path discard(Experiment experiment) {
        Path from = experiment.folder();
        if (readOnly() || !from.startsWith(folder.resolve(EXPERIMENTS))) {
            throw Problem.input(Texts.of("experiment.workspace.error.notOwn", from));
        }
        if (experiment.status() == RunStatus.RUNNING) {
            throw Problem.input(Texts.of("experiment.workspace.error.training", from.getFileName()));
        }
        return move(from, folder.resolve("bin"));
    }

    /**
     * Moves an experiment back from the bin.
     *
     * @param discarded the folder returned by {@link #discard}
     * @throws Problem if it cannot be moved
     */
    public void restore(Path discarded) {
        move(discarded, folder.resolve(EXPERIMENTS));
    }

    /** Creating the folder again would separate it from the one that the user moved. */
    private Problem missing(NoSuchFileException cause) {
        return Problem.failure(Texts.of("experiment.workspace.error.gone", folder), cause);
    }

    private static Path move(Path from, Path to) {
        try {
            Files.createDirectories(to);
            Path target = to.resolve(from.getFileName());
            for (int i = 2; Files.exists(target); i++) {
                target = to.resolve(from.getFileName() + "-" + i);
            }
            return Files.move(from, target);
        } catch (IOException e) {
            throw Problem.failure(Texts.of("experiment.folder.error.move", from, to), e);
        }
    }

    /** Letters without accents, digits and dashes, at most 60 characters, valid on every file system. */
    public static String fileName(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String known = plain.isEmpty() ? "experiment" : plain;
        return known.length() > 60 ? known.substring(0, 60) : known;
    }

    /** Unlocks the workspace for other processes. */
    @Override
    public void close() {
        lock.ifPresent(FolderLock::close);
    }
}
