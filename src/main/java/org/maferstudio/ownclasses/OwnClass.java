package org.maferstudio.ownclasses;

import java.util.List;

/**
 * A class of the user's with its samples.
 *
 * @param name as the user wrote it
 * @param samples in the order in which they were collected
 */
public record OwnClass(String name, List<FaceSample> samples) {
    public OwnClass {
        samples = List.copyOf(samples);
    }
}
