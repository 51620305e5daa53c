package org.maferstudio.report.html;

import java.util.List;
import java.util.Optional;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.ImportedNetwork;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.RunStatus;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** What is known of experiments that were not trained here: imported predictions and imported ONNX networks. */
final class ImportedOrigin {
    private ImportedOrigin() {}

    /** In a few words; empty if it was trained here. */
    static Optional<String> title(ExperimentManifest manifest) {
        if (manifest.state().status() != RunStatus.IMPORTED) {
            return Optional.empty();
        }
        return Optional.of(
                manifest.imported().isPresent()
                        ? Texts.of("report.protocol.importedNetwork")
                        : Texts.of("report.protocol.imported"));
    }

    /** All of it: of a network its file and, in short, its contract. */
    static String sentences(ExperimentManifest manifest) {
        return ImportedNetwork.Facts.of(manifest)
                .map(ImportedOrigin::sentences)
                .orElseGet(() -> Texts.of("report.imported.predictions"));
    }

    private static String sentences(ImportedNetwork.Facts network) {
        String sum = network.sha256().isEmpty() ? Numbers.NONE : network.sha256();
        List<String> labels = network.labels();
        return labels.size() > LabelSet.MOST_READABLE
                ? Texts.of("report.imported.network.many", sum, network.size(), network.colour(), labels.size())
                : Texts.of("report.imported.network", sum, network.size(), network.colour(), String.join(", ", labels));
    }
}
