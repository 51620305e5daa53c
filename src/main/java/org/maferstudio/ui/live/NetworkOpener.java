package org.maferstudio.ui.live;

import java.nio.file.Path;
import java.util.List;
import org.maferstudio.live.LiveNetwork;
import org.maferstudio.live.LiveNetworks;
import org.maferstudio.recipe.DeviceConfig;

/** Opens the networks of experiments; a test answers in its place. */
@FunctionalInterface
public interface NetworkOpener {
    /**
     * Opens networks with the engine on one thread, because compact networks gain nothing from more and a training may
     * be running.
     */
    NetworkOpener ENGINE = folders -> LiveNetworks.open(folders, new DeviceConfig("auto", 1));

    /**
     * The best networks of these experiments.
     *
     * @throws org.maferstudio.job.Problem if one has none
     */
    List<LiveNetwork> open(List<Path> folders);
}
