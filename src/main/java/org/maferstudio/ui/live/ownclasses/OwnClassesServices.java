package org.maferstudio.ui.live.ownclasses;

import java.util.function.Supplier;
import org.maferstudio.faces.FaceDetector;
import org.maferstudio.faces.FullRangeDetector;
import org.maferstudio.ownclasses.FrozenNetwork;

/**
 * What the panel works with; a test answers in its place.
 *
 * @param opener opens the networks whose features are used
 * @param detectors makes a detector for chosen images
 */
public record OwnClassesServices(FrozenNetwork.Opener opener, Supplier<FaceDetector> detectors) {
    /** The engine, and the face detector of the live view. */
    public static final OwnClassesServices USUAL = new OwnClassesServices(FrozenNetwork::open, FullRangeDetector::new);
}
