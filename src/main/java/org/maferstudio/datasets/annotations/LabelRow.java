package org.maferstudio.datasets.annotations;

import org.maferstudio.datasets.Affect;

/**
 * One row of a table of images and classes, as it is written.
 *
 * @param where names the row, such as {@code labels.csv#4}
 * @param row its name for display
 * @param image the path, or the name without its extension
 * @param label the class
 * @param split empty if the table has none
 * @param group empty if the table has none
 * @param affect the labels of valence and arousal
 */
record LabelRow(
        String where, String row, String image, String label, String split, String group, Crop crop, Affect affect) {
    /** Returns a copy with another class. */
    LabelRow withLabel(String other) {
        return new LabelRow(where, row, image, other, split, group, crop, affect);
    }
}
