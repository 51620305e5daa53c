package org.maferstudio.ui.datasets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Sample;

/**
 * Which images the gallery shows.
 *
 * @param split one split; empty for all
 * @param label one class; -1 for all
 * @param topic the images of one topic, in its order; null for all
 */
record SampleFilter(String split, int label, IssueTopic topic) {
    /** Every image. */
    static final SampleFilter ALL = new SampleFilter("", -1, null);

    SampleFilter withSplit(String newSplit) {
        return new SampleFilter(newSplit, label, topic);
    }

    SampleFilter withLabel(int newLabel) {
        return new SampleFilter(split, newLabel, topic);
    }

    /** The images of a dataset that pass. */
    List<Sample> of(Dataset dataset) {
        return candidates(dataset).stream()
                .filter(sample -> split.isEmpty() || sample.split().equals(split))
                .filter(sample -> label < 0 || sample.label() == label)
                .toList();
    }

    private List<Sample> candidates(Dataset dataset) {
        if (topic == null) {
            return dataset.samples();
        }
        Map<String, Sample> byId = new HashMap<>();
        dataset.samples().forEach(sample -> byId.put(sample.id(), sample));
        List<Sample> found = new ArrayList<>();
        for (String id : topic.samples()) {
            if (byId.containsKey(id)) {
                found.add(byId.get(id));
            }
        }
        return found;
    }
}
