package org.maferstudio.ui.live;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the live view works with.
 *
 * @param opener opens the networks of experiments
 * @param shipped finds the experiments that is included with the program, in the background
 */
public record LiveServices(NetworkOpener opener, Supplier<List<Path>> shipped) {}
