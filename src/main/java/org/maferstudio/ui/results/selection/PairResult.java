package org.maferstudio.ui.results.selection;

import java.util.Optional;
import org.maferstudio.report.comparison.Comparison;
import org.maferstudio.results.PairedPredictions;

/**
 * The first experiment and another one on the same samples.
 *
 * @param other the other one
 * @param paired sample by sample, the first one being {@code a}; empty if they cannot be compared
 * @param comparison the numbers; empty likewise
 * @param sentence the result, or why they cannot be compared
 */
public record PairResult(
        ExperimentResults other,
        Optional<PairedPredictions> paired,
        Optional<Comparison> comparison,
        String sentence) {}
