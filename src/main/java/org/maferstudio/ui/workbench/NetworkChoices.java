package org.maferstudio.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.job.Problem;
import org.maferstudio.live.LiveNetworks;

/** Finds the networks that can classify faces, of a camera or a video. */
public final class NetworkChoices {
    private NetworkChoices() {}

    /**
     * The networks of experiments that have one; not on the JavaFX thread.
     *
     * @param requested experiments from anywhere, first in the list
     * @param shipped those that are included with the program
     */
    public static List<NetworkChoice> find(List<Path> requested, List<Path> shipped, Workspace workspace) {
        List<Path> folders = new ArrayList<>(requested);
        folders.addAll(shipped);
        workspace.experiments().forEach(experiment -> folders.add(experiment.folder()));
        return folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .distinct()
                .flatMap(folder -> read(folder).stream())
                .toList();
    }

    private static Optional<NetworkChoice> read(Path folder) {
        try {
            Experiment experiment = Experiment.open(folder);
            return experiment.hasNetwork()
                    ? Optional.of(new NetworkChoice(
                            LiveNetworks.title(experiment),
                            folder,
                            experiment.manifest().dataset().format().equals("drawn")))
                    : Optional.empty();
        } catch (Problem damaged) {
            System.getLogger(NetworkChoices.class.getName())
                    .log(System.Logger.Level.DEBUG, "Not offered: {0}", damaged.getMessage());
            return Optional.empty();
        }
    }
}
