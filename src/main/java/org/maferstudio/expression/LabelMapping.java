package org.maferstudio.expression;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Maps the classes of a dataset to those of a network that was trained on another dataset, by name.
 *
 * @param from the dataset's classes
 * @param to the network's classes
 */
public record LabelMapping(LabelSet from, LabelSet to) {
    /** The network's class number of the dataset's class {@code label}; -1 if the network does not have it. */
    public int of(int label) {
        return to.indexOf(from.name(label));
    }

    /** The dataset's classes that the network does not have. */
    public List<String> unknown() {
        return from.names().stream().filter(name -> to.indexOf(name) < 0).toList();
    }

    /** The network's classes that the dataset does not have. */
    public List<String> absent() {
        return to.names().stream().filter(name -> from.indexOf(name) < 0).toList();
    }

    /** The number of common classes. */
    public int shared() {
        return (int)
                IntStream.range(0, from.size()).filter(label -> of(label) >= 0).count();
    }
}
