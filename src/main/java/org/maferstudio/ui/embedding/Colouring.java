package org.maferstudio.ui.embedding;

import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.LabelSet;

/** What the colour of a dot shows. */
interface Colouring {
    /** For display. */
    String title();

    /** The value of a dot. */
    String key(EmbeddingRow row);

    /** The order of the values in the legend. */
    Comparator<String> order();

    /** The largest number of values in the legend; the dots of others are grey. */
    int most();

    /** A value for display. */
    String title(LabelSet labels, String key);

    /**
     * The colour of a value.
     *
     * @param keys all values, in order
     */
    Color colour(LabelSet labels, String key, List<String> keys);
}
