package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * A snapshot of a workspace, equal as long as no experiment was added, removed, extended or evaluated.
 *
 * @param times of the last change of each experiment's displayed data, in ms, by folder name
 */
public record WorkspaceState(Map<String, List<Long>> times) {
    /** The displayed files of an experiment; a folder's time changes when a file is added. */
    private static final List<String> SHOWN = List.of(
            "",
            "experiment.json",
            "history.csv",
            "predictions",
            "notes.md",
            "tags.txt",
            "embeddings",
            "checkpoints",
            SplitDuplicates.FILE,
            LabelIssues.FILE);

    private static final long MISSING = -1;

    public WorkspaceState {
        times = Map.copyOf(times);
    }

    /**
     * Takes a snapshot without reading files.
     *
     * @throws Problem if the folder cannot be read
     */
    public static WorkspaceState of(Workspace workspace) {
        Map<String, List<Long>> times = new TreeMap<>();
        try (Stream<Path> folders = Files.list(workspace.folder().resolve(Workspace.EXPERIMENTS))) {
            for (Path folder : (Iterable<Path>) folders::iterator) {
                List<Long> each = new ArrayList<>();
                SHOWN.forEach(name -> each.add(time(folder.resolve(name))));
                times.put(folder.getFileName().toString(), each);
            }
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.workspace.error.unreadable", workspace.folder()), e);
        }
        return new WorkspaceState(times);
    }

    private static long time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            // It does not exist, or is being deleted.
            return MISSING;
        }
    }
}
