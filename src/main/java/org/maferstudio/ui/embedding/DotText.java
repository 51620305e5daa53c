package org.maferstudio.ui.embedding;

import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/** The tooltip of a dot. */
final class DotText {
    private DotText() {}

    /** Name, label, prediction, resolution, and that it was placed if it was, a line each. */
    static String of(LabelSet labels, HoveredDot dot) {
        String text = of(labels, dot.row());
        return dot.source() == HoveredDot.Source.PLACED ? text + "\n" + Texts.of("embedding.dot.placed") : text;
    }

    /** Name, label, prediction and resolution, a line each. */
    static String of(LabelSet labels, EmbeddingRow row) {
        return Texts.of(
                "embedding.dot.tooltip",
                row.sample(),
                row.isLabelled() ? labels.title(row.label()) : Texts.of("embedding.dot.unknown"),
                labels.title(row.predicted()),
                100 * row.confidence(),
                row.resolution().isNative()
                        ? Texts.of("embedding.dot.native")
                        : Texts.of("embedding.pixels.label", row.resolution()));
    }
}
