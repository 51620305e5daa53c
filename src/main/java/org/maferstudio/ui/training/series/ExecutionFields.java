package org.maferstudio.ui.training.series;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.remote.RemoteHost;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.controls.WrappingText;

/** The fields of {@link ExecutionInput}: where the runs are trained, and the options there. */
final class ExecutionFields extends VBox {
    private final ExecutionInput input;

    ExecutionFields(ExecutionInput input) {
        this.input = input;
        getStyleClass().add("series-execution");
        ComboBox<SeriesExecution.Where> where = new ComboBox<>();
        where.getItems().setAll(SeriesExecution.Where.values());
        where.setConverter(Titles.of(ExecutionFields::title));
        where.valueProperty().bindBidirectional(input.whereProperty());
        FormField place =
                new FormField(Texts.of("training.series.where.label"), Texts.of("training.series.where.help"), where);
        BooleanBinding slurm = Bindings.createBooleanBinding(input::isOnSlurm, input.whereProperty());
        VBox here = here();
        VBox cluster = cluster();
        show(here, slurm.not());
        show(cluster, slurm);
        getChildren().addAll(place, here, cluster);
    }

    private static String title(SeriesExecution.Where where) {
        return where == SeriesExecution.Where.SLURM
                ? Texts.of("training.series.where.slurm")
                : Texts.of("training.series.where.local");
    }

    private static void show(Node node, BooleanBinding when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private VBox here() {
        ComboBox<Integer> halving = new ComboBox<>();
        halving.getItems().setAll(ExecutionInput.HALVING);
        halving.setConverter(Titles.of(ExecutionFields::halving));
        halving.valueProperty().bindBidirectional(input.halvingProperty());
        FormField atOnce = FormField.number(
                Texts.of("training.series.atOnce.label"), "", Texts.of("training.series.atOnce.help"), input.atOnce());
        atOnce.setId("series-at-once");
        return fields(
                atOnce,
                new FormField(
                        Texts.of("training.series.halving.label"), Texts.of("training.series.halving.help"), halving));
    }

    private static String halving(int factor) {
        return switch (factor) {
            case 0 -> Texts.of("training.series.halving.off");
            case 2 -> Texts.of("training.series.halving.half");
            default -> Texts.of("training.series.halving.third");
        };
    }

    private VBox cluster() {
        Label setup = WrappingText.wrapped(new Label());
        setup.textProperty().bind(input.setupProperty().map(ExecutionFields::setup));
        setup.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        FormField sbatch = text(
                Texts.of("training.series.sbatch.label"),
                Texts.of("training.series.sbatch.help"),
                "--account=lab",
                input.sbatchProperty());
        sbatch.bindMessage(input.messageProperty());
        return fields(
                host(),
                FormField.row(
                        text(
                                Texts.of("training.series.partition.label"),
                                Texts.of("training.series.partition.help"),
                                "gpu",
                                input.partitionProperty()),
                        text(
                                Texts.of("training.series.gpus.label"),
                                Texts.of("training.series.gpus.help"),
                                "1",
                                input.gpusProperty())),
                FormField.row(
                        FormField.number(
                                Texts.of("training.series.cpus.label"),
                                "",
                                Texts.of("training.series.cpus.help"),
                                input.cpus()),
                        text(
                                Texts.of("training.series.memory.label"),
                                Texts.of("training.series.memory.help"),
                                "8G",
                                input.memoryProperty())),
                FormField.row(
                        text(
                                Texts.of("training.series.time.label"),
                                Texts.of("training.series.time.help"),
                                "4:00:00",
                                input.timeProperty()),
                        FormField.number(
                                Texts.of("training.series.jobs.label"),
                                "",
                                Texts.of("training.series.jobs.help"),
                                input.jobs())),
                sbatch,
                setup);
    }

    private VBox host() {
        HostInput host = input.host();
        FormField name = text(
                Texts.of("training.series.host.label"),
                Texts.of("training.series.host.help"),
                "cluster",
                host.hostProperty());
        name.setId("series-host");
        CheckBox sending = new CheckBox(Texts.of("training.series.send.label"));
        sending.setTooltip(new Tooltip(Texts.of("training.series.send.help")));
        sending.selectedProperty().bindBidirectional(host.sendingProperty());
        VBox there = fields(
                FormField.row(
                        text(
                                Texts.of("training.series.folder.label"),
                                Texts.of("training.series.folder.help"),
                                "/scratch/me/sweep",
                                host.folderProperty()),
                        text(
                                Texts.of("training.series.program.label"),
                                Texts.of("training.series.program.help"),
                                RemoteHost.PROGRAM,
                                host.programProperty())),
                sending);
        show(there, Bindings.createBooleanBinding(host::isNamed, host.hostProperty()));
        return fields(name, there);
    }

    private static String setup(List<String> lines) {
        return lines.isEmpty()
                ? Texts.of("training.series.setup.none")
                : Texts.of("training.series.setup.lines", String.join("\n", lines));
    }

    private static VBox fields(Node... fields) {
        VBox box = new VBox(fields);
        box.getStyleClass().add("series-fields");
        return box;
    }

    private static FormField text(String label, String help, String example, StringProperty value) {
        TextField field = new TextField();
        field.setPromptText(example);
        field.textProperty().bindBidirectional(value);
        return new FormField(label, help, field);
    }
}
