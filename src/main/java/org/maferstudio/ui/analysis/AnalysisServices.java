package org.maferstudio.ui.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the pane of videos works with.
 *
 * @param analyser analyses films
 * @param shipped finds the experiments that are included with the program, in the background
 */
public record AnalysisServices(FilmAnalyser analyser, Supplier<List<Path>> shipped) {}
