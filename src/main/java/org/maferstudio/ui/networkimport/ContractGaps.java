package org.maferstudio.ui.networkimport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.maferstudio.network.onnx.OnnxContract.Role;
import org.maferstudio.texts.Texts;

/** What a contract still lacks while it is stated. */
final class ContractGaps {
    private ContractGaps() {}

    /** What is missing or contradicts itself, in one sentence; empty if the contract is complete. */
    static String of(ContractForm form) {
        List<String> open = open(form);
        return open.isEmpty() ? contradiction(form) : Texts.of("networkimport.form.missing", String.join(", ", open));
    }

    /** The names of fields that are empty or invalid, from top to bottom. */
    private static List<String> open(ContractForm form) {
        List<String> open = new ArrayList<>();
        need(
                open,
                Texts.of("networkimport.form.labels.label"),
                form.labels().value().isPresent());
        for (String name :
                form.outputs().stream().map(OutputRow::name).distinct().toList()) {
            need(
                    open,
                    Texts.of("networkimport.form.output", name),
                    form.outputs().stream()
                            .filter(row -> row.name().equals(name))
                            .allMatch(OutputRow::isComplete));
        }
        need(
                open,
                Texts.of("networkimport.form.colour.label"),
                form.colourProperty().get() != null);
        need(
                open,
                Texts.of("networkimport.form.layout.label"),
                form.layoutProperty().get() != null);
        need(
                open,
                Texts.of("networkimport.form.size.label"),
                form.size().value().isPresent());
        need(
                open,
                Texts.of("networkimport.form.resize.label"),
                form.resize().value().isPresent());
        need(
                open,
                Texts.of("networkimport.form.kernel.label"),
                form.kernelProperty().get() != null);
        boolean deviates = form.std().isBlank() || form.std().value().isPresent();
        need(
                open,
                Texts.of("networkimport.form.scaling.label"),
                form.mean().value().isPresent() && form.scale().value().isPresent() && deviates);
        need(
                open,
                Texts.of("networkimport.form.alignment.label"),
                form.alignmentProperty().get() != null);
        need(
                open,
                Texts.of("networkimport.form.margin.label"),
                form.margin().value().isPresent());
        need(
                open,
                Texts.of("networkimport.form.aspect.label"),
                form.aspect().value().isPresent());
        return open;
    }

    private static void need(List<String> open, String label, boolean stated) {
        if (!stated) {
            open.add(label);
        }
    }

    /** Which of the fields exclude each other; empty if none do. */
    private static String contradiction(ContractForm form) {
        int channels = form.colourProperty().get().channels();
        if (form.resize().value().orElseThrow() < form.size().value().orElseThrow()) {
            return Texts.of(
                    "networkimport.form.error.resize", form.size().value().orElseThrow());
        }
        if (form.mean().value().orElseThrow().size() != channels) {
            return Texts.of("networkimport.form.error.mean", channels);
        }
        if (form.std().value().isPresent() && form.std().value().get().size() != channels) {
            return Texts.of("networkimport.form.error.std", channels);
        }
        if (form.outputs().stream().filter(OutputRow::hasClasses).count() != 1) {
            return Texts.of("networkimport.form.error.classes");
        }
        if (form.outputs().stream()
                        .filter(row -> row.roleProperty().get() == OutputRole.FEATURES)
                        .count()
                > 1) {
            return Texts.of("networkimport.form.error.features");
        }
        List<String> names = form.outputs().stream()
                .flatMap(row -> row.output().stream())
                .filter(output -> output.role() == Role.VALUES)
                .flatMap(output -> output.values().stream())
                .toList();
        return new HashSet<>(names).size() < names.size() ? Texts.of("networkimport.form.error.names") : "";
    }
}
