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
 * How the experiments of a workspace look from outside: equal as long as none appeared, went, grew or was evaluated.
 *
 * @param times when what is shown of each experiment was changed last, in ms, by the name of its folder
 */
public record WorkspaceState(Map<String, List<Long>> times) {
    /** What is shown of an experiment; a folder changes when a file comes into it. */
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
     * Looks at a workspace; no file is read.
     *
     * @throws Problem if its folder cannot be read
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
            // It is not there, or goes just now.
            return MISSING;
        }
    }
}
