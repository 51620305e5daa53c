package org.maferstudio.ui.live;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.maferstudio.live.FaceDetectorChoice;

/**
 * What the live view works with.
 *
 * @param opener opens the networks of experiments
 * @param shipped finds the experiments that is included with the program, in the background
 * @param detector that finds the faces, as it is chosen now
 */
public record LiveServices(
        NetworkOpener opener, Supplier<List<Path>> shipped, ObservableValue<FaceDetectorChoice> detector) {}
