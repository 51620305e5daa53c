package org.maferstudio.ui.live;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.maferstudio.ui.explain.FaceExplainer;
import org.maferstudio.ui.live.ownclasses.OwnClassesServices;
import org.maferstudio.ui.networkimport.NetworkImporter;

/**
 * What the live view works with.
 *
 * @param opener opens the networks of experiments
 * @param shipped finds the experiments that is included with the program, in the background
 * @param own what the panel of the user's own classes works with
 * @param importer imports networks of other programs
 * @param explainer explains the frozen face
 */
public record LiveServices(
        NetworkOpener opener,
        Supplier<List<Path>> shipped,
        OwnClassesServices own,
        NetworkImporter importer,
        FaceExplainer explainer) {
    /** The usual services for the user's own classes and imports. */
    public LiveServices(NetworkOpener opener, Supplier<List<Path>> shipped) {
        this(opener, shipped, OwnClassesServices.USUAL, NetworkImporter.ENGINE, FaceExplainer.ENGINE);
    }
}
