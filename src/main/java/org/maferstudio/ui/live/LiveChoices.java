package org.maferstudio.ui.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.live.LiveNetworks;
import org.maferstudio.ui.workbench.NetworkChoice;
import org.maferstudio.ui.workbench.NetworkChoices;
import org.maferstudio.video.SourceName;

/**
 * What can be chosen.
 *
 * @param networks of experiments that have one
 * @param sources of this computer
 */
record LiveChoices(List<NetworkChoice> networks, List<String> sources) {
    /**
     * Finds them; not on the JavaFX thread.
     *
     * @param requested experiments from anywhere, first in the list
     * @param shipped those that are included with the program
     */
    static LiveChoices find(List<Path> requested, List<Path> shipped, Workspace workspace) {
        List<String> sources = new ArrayList<>(List.of(SourceName.SAMPLE.toString(), SourceName.DRAWN.toString()));
        LiveNetworks.cameras().forEach(camera -> sources.add(camera.toString()));
        return new LiveChoices(NetworkChoices.find(requested, shipped, workspace), sources);
    }
}
