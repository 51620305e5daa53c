package org.maferstudio.ui.live;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.maferstudio.live.FaceDetector;

/**
 * What the live view works with.
 *
 * @param opener opens the networks of experiments
 * @param shipped finds the experiments that come with the program, in the background
 * @param detector that finds the faces, as it is chosen now
 */
public record LiveSupplies(
        NetworkOpener opener, Supplier<List<Path>> shipped, ObservableValue<FaceDetector> detector) {}
