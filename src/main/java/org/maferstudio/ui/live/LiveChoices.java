package org.maferstudio.ui.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.job.Problem;
import org.maferstudio.live.LiveNetworks;

/**
 * What can be chosen.
 *
 * @param networks of experiments that have one
 * @param sources of this computer
 */
record LiveChoices(List<LiveChoice> networks, List<String> sources) {
    /**
     * Finds them; not on the JavaFX thread.
     *
     * @param requested experiments from anywhere, first in the list
     * @param shipped those that is included with the program
     */
    static LiveChoices find(List<Path> requested, List<Path> shipped, Workspace workspace) {
        List<Path> folders = new ArrayList<>(requested);
        folders.addAll(shipped);
        workspace.experiments().forEach(experiment -> folders.add(experiment.folder()));
        List<LiveChoice> networks = new ArrayList<>();
        folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .distinct()
                .forEach(folder -> add(folder, networks));
        List<String> sources = new ArrayList<>(List.of("drawn"));
        LiveNetworks.cameras().forEach(camera -> sources.add(camera.toString()));
        return new LiveChoices(networks, sources);
    }

    private static void add(Path folder, List<LiveChoice> networks) {
        try {
            Experiment experiment = Experiment.open(folder);
            if (experiment.hasNetwork()) {
                networks.add(new LiveChoice(
                        LiveNetworks.title(experiment),
                        folder,
                        experiment.manifest().dataset().format().equals("drawn")));
            }
        } catch (Problem damaged) {
            System.getLogger(LiveChoices.class.getName())
                    .log(System.Logger.Level.DEBUG, "Not live: {0}", damaged.getMessage());
        }
    }
}
