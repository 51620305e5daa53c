package org.maferstudio.ui.embedding;

import java.awt.Color;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.slices.JoinedTable;
import org.maferstudio.slices.Slicing;
import org.maferstudio.texts.Texts;

/**
 * A column of a table as the colour of the dots.
 *
 * @param column its name
 * @param slices the samples by its values, or by ranges of them
 */
record ColumnColours(String column, Slicing slices) implements Colouring {
    /**
     * The columns of a table that names samples.
     *
     * @throws org.maferstudio.job.Problem if the file is no table, or names none of the samples
     */
    static List<Colouring> of(Path table, Set<String> samples) {
        JoinedTable joined = JoinedTable.of(table, samples);
        return joined.columns().names().stream()
                .<Colouring>map(name -> new ColumnColours(name, Slicing.of(joined.columns(), name)))
                .toList();
    }

    @Override
    public String title() {
        return Texts.of("embedding.colours.column", column);
    }

    @Override
    public String key(EmbeddingRow row) {
        return slices.of(row.sample());
    }

    /** As the slices, the unknown values last. */
    @Override
    public Comparator<String> order() {
        List<String> order = slices.order();
        return Comparator.comparingInt(key -> order.contains(key) ? order.indexOf(key) : order.size());
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String title(LabelSet labels, String key) {
        return slices.title(key);
    }

    /** Few values differ as classes do; many are an order. */
    @Override
    public Color colour(LabelSet labels, String key, List<String> keys) {
        List<String> order = slices.order();
        if (!order.contains(key)) {
            return Color.GRAY;
        }
        return order.size() > Palette.OTHERS.size()
                ? ColourBy.onScale(key, order)
                : Palette.OTHERS.get(order.indexOf(key));
    }
}
