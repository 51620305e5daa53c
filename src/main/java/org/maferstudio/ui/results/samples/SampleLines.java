package org.maferstudio.ui.results.samples;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.tables.TableText;
import org.maferstudio.results.Prediction;

/** Samples as lines for a spreadsheet. */
final class SampleLines {
    private SampleLines() {}

    /** Sample ID, true class, predicted class and confidence (empty if it is not known), with tabs between them. */
    static String of(List<Prediction> samples, LabelSet labels) {
        return samples.stream()
                .map(each -> String.join(
                        "\t",
                        TableText.withoutFormula(each.sample()),
                        TableText.withoutFormula(labels.name(each.label())),
                        TableText.withoutFormula(labels.name(each.predicted())),
                        confidence(each)))
                .collect(Collectors.joining("\n"));
    }

    private static String confidence(Prediction prediction) {
        return prediction.hasProbabilities() ? String.format(Locale.ROOT, "%.4f", prediction.confidence()) : "";
    }
}
