package org.maferstudio.ui.workbench;

import java.nio.file.Path;
import java.util.Set;
import org.maferstudio.schedule.Resolution;

/**
 * Samples of one experiment that are selected in some pane, for all panes that show samples.
 *
 * @param experiment the folder of the experiment
 * @param split of its predictions, such as {@code test}
 * @param resolution {@code native}, or a number of pixels
 * @param samples the ids of the samples
 * @param title a short description for display, such as {@code Sadness → Neutral}
 * @param by the id of the pane in which they were selected, so that it ignores its own selection
 */
public record SampleSelection(
        Path experiment, String split, Resolution resolution, Set<String> samples, String title, String by) {
    public SampleSelection {
        samples = Set.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("a selection has at least one sample; none is selected by null");
        }
    }
}
