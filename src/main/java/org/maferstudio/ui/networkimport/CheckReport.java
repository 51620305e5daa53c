package org.maferstudio.ui.networkimport;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.results.ClassOrderCheck;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.evaluation.ContractCheck;

/** The result of a check on a dataset as it is shown, and what would fit better. */
record CheckReport(ContractCheck.Result result) {
    /** The accuracy under the stated contract. */
    String sentence() {
        ContractCheck.Variant stated = result.stated();
        return Texts.of(
                "networkimport.check.result",
                result.images(),
                Numbers.percent(stated.accuracy()),
                stated.predictedClasses(),
                stated.predictions().labels().size());
    }

    /** That nothing fits much better; empty if something does. */
    String agreement() {
        return order().isEmpty() && preparation().isEmpty() ? Texts.of("networkimport.check.best") : "";
    }

    /** An order of the classes that fits much better with the stated scaling. */
    Optional<List<String>> order() {
        return result.stated().order().map(finding -> finding.labels().names());
    }

    /** Which order that is; empty if there is none. */
    String orderSentence() {
        return result.stated()
                .order()
                .map(finding ->
                        Texts.of("networkimport.check.order", titles(finding), Numbers.percent(finding.accuracy())))
                .orElse("");
    }

    /** Another preparation of images that gains many points, with the order of classes that fits best then. */
    Optional<InputContract> preparation() {
        return result.better().map(variant -> variant.contract()
                .withLabels(variant.order()
                        .map(finding -> finding.labels().names())
                        .orElse(variant.contract().labels())));
    }

    /** Which preparation that is; empty if there is none. */
    String preparationSentence() {
        return result.better()
                .map(variant -> variant.order()
                        .map(finding -> Texts.of(
                                "networkimport.check.preparationAndOrder",
                                variant.title(),
                                titles(finding),
                                Numbers.percent(variant.bestAccuracy())))
                        .orElseGet(() -> Texts.of(
                                "networkimport.check.preparation",
                                variant.title(),
                                Numbers.percent(variant.bestAccuracy()))))
                .orElse("");
    }

    private static String titles(ClassOrderCheck.Finding finding) {
        LabelSet labels = finding.labels();
        return IntStream.range(0, labels.size()).mapToObj(labels::word).collect(Collectors.joining(", "));
    }
}
