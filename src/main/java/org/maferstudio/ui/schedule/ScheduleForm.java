package org.maferstudio.ui.schedule;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.CheckComboBox;
import org.maferstudio.image.Kernel;
import org.maferstudio.schedule.NamedSchedule;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.ListChoice;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.workbench.PresetButton;

/** The left side: preset, how often, which resolutions, kernel, and for how long a run the forecast is. */
final class ScheduleForm extends ScrollPane {
    private static final String OWN = Texts.of("schedule.form.preset.custom.label");

    ScheduleForm(ScheduleViewModel model) {
        getStyleClass().add("schedule-form");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox form = new VBox(preset(model), howOften(model.howOften()), which(model), rest(model));
        form.getStyleClass().add("schedule-sections");
        setContent(form);
    }

    private static Node preset(ScheduleViewModel model) {
        ComboBox<NamedSchedule> presets = new ComboBox<>();
        presets.setId("schedule-preset");
        presets.setConverter(Titles.of(NamedSchedule::title));
        // The prompt text is not shown again once a value was there and went.
        presets.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(NamedSchedule item, boolean empty) {
                super.updateItem(item, empty);
                setText(item == null ? OWN : item.title());
            }
        });
        ListChoice.bind(presets, model.presets(), model.presetProperty());
        Label explanation = muted();
        explanation
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.presetProperty().get() == null
                                ? Texts.of("schedule.form.preset.custom.help")
                                : model.presetProperty().get().explanation(),
                        model.presetProperty()));
        FormField field =
                new FormField(Texts.of("schedule.form.preset.label"), Texts.of("schedule.form.preset.help"), presets);
        field.bindMessage(model.presetProblemProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(field, new PresetButton(model.presetEdits(), "schedule-presets"));
        line.getStyleClass().addAll("form-row", "form-row-bottom");
        return section("", line, explanation);
    }

    private static Node howOften(ProbabilityFields model) {
        FormField mode = new FormField(
                Texts.of("schedule.form.mode.label"),
                Texts.of("schedule.form.mode.help"),
                choice(List.of(ProbabilityFields.Mode.values()), ProbabilityFields.Mode::title, model.modeProperty()));
        Node constant = only(
                model.modeProperty().isEqualTo(ProbabilityFields.Mode.CONSTANT),
                FormField.number(
                        Texts.of("schedule.form.probability.label"),
                        Texts.of("schedule.form.unit.probability"),
                        Texts.of("schedule.form.probability.help"),
                        model.probability()));
        FormField maximum = FormField.number(
                Texts.of("schedule.form.maximum.label"),
                Texts.of("schedule.form.unit.probability"),
                Texts.of("schedule.form.maximum.help"),
                model.maximum());
        maximum.bindMessage(model.maximumMessageProperty());
        Node curriculum = only(
                model.modeProperty().isEqualTo(ProbabilityFields.Mode.CURRICULUM),
                new VBox(
                        12,
                        FormField.row(
                                FormField.number(
                                        Texts.of("schedule.form.start.label"),
                                        Texts.of("schedule.form.unit.probability"),
                                        Texts.of("schedule.form.start.help"),
                                        model.start()),
                                FormField.number(
                                        Texts.of("schedule.form.step.label"),
                                        Texts.of("schedule.form.unit.probability"),
                                        Texts.of("schedule.form.step.help"),
                                        model.step())),
                        FormField.row(
                                FormField.number(
                                        Texts.of("schedule.form.every.label"),
                                        Texts.of("schedule.form.every.unit"),
                                        Texts.of("schedule.form.every.help"),
                                        model.every()),
                                maximum)));
        return section(Texts.of("schedule.form.downsampling.heading"), mode, constant, curriculum);
    }

    private static Node which(ScheduleViewModel whole) {
        ResolutionFields model = whole.which();
        FormField mode = new FormField(
                Texts.of("schedule.form.distribution.label"),
                Texts.of("schedule.form.distribution.help"),
                choice(List.of(ResolutionFields.Mode.values()), ResolutionFields.Mode::title, model.modeProperty()));
        FormField highest = new FormField(
                Texts.of("schedule.form.highest.label"),
                Texts.of("schedule.form.highest.help"),
                choice(ResolutionFields.POWERS, String::valueOf, model.highestProperty()));
        highest.bindMessage(model.highestMessageProperty());
        Node powers = only(
                model.modeProperty().isEqualTo(ResolutionFields.Mode.POWERS),
                FormField.row(
                        new FormField(
                                Texts.of("schedule.form.lowest.label"),
                                Texts.of("schedule.form.lowest.help"),
                                choice(ResolutionFields.POWERS, String::valueOf, model.lowestProperty())),
                        highest));
        TextField list = new TextField();
        list.setId("schedule-list");
        list.textProperty().bindBidirectional(model.listProperty());
        FormField listField =
                new FormField(Texts.of("schedule.form.list.label"), Texts.of("schedule.form.list.help"), list);
        listField.bindMessage(model.listMessageProperty());
        FormField most = FormField.number(
                Texts.of("schedule.form.to.label"), "px", Texts.of("schedule.form.highest.help"), model.most());
        most.bindMessage(model.mostMessageProperty());
        Node range = only(
                model.modeProperty()
                        .isEqualTo(ResolutionFields.Mode.UNIFORM)
                        .or(model.modeProperty().isEqualTo(ResolutionFields.Mode.LOGARITHMIC)),
                FormField.row(
                        FormField.number(
                                Texts.of("schedule.form.from.label"),
                                "px",
                                Texts.of("schedule.form.lowest.help"),
                                model.least()),
                        most));
        Node section = section(
                Texts.of("schedule.form.resolutions.heading"),
                mode,
                powers,
                only(model.modeProperty().isEqualTo(ResolutionFields.Mode.LISTED), listField),
                range);
        section.disableProperty().bind(whole.howOften().modeProperty().isEqualTo(ProbabilityFields.Mode.NEVER));
        return section;
    }

    private static Node rest(ScheduleViewModel model) {
        KernelFields kernels = model.kernels();
        ObservableValue<Boolean> off = model.howOften().modeProperty().isEqualTo(ProbabilityFields.Mode.NEVER);
        FormField kernel = new FormField(
                Texts.of("schedule.form.kernel.label"),
                Texts.of("schedule.form.kernel.help"),
                choice(List.of(Kernel.values()), Kernel::id, kernels.kernelProperty()));
        kernel.disableProperty().bind(off);
        FormField others = new FormField(
                Texts.of("schedule.form.otherKernels.label"),
                Texts.of("schedule.form.otherKernels.help"),
                otherKernels(kernels));
        others.disableProperty().bind(off);
        TextField jpeg = new TextField();
        jpeg.setId("schedule-jpeg");
        jpeg.setPromptText(Texts.of("schedule.form.jpeg.none"));
        jpeg.textProperty().bindBidirectional(kernels.jpegProperty());
        FormField jpegField =
                new FormField(Texts.of("schedule.form.jpeg.label"), Texts.of("schedule.form.jpeg.help"), jpeg);
        jpegField.bindMessage(kernels.jpegMessageProperty());
        jpegField.disableProperty().bind(off);
        FormField epochs = FormField.number(
                Texts.of("schedule.form.forecast.label"),
                Texts.of("schedule.form.forecast.unit"),
                Texts.of("schedule.form.forecast.help"),
                model.epochs());
        Label run = muted();
        run.textProperty().bind(model.runProperty());
        Label note = muted();
        note.textProperty().bind(model.curriculumNoteProperty());
        return section(
                "",
                FormField.row(kernel, others),
                FormField.row(jpegField, epochs),
                only(model.runProperty().isNotEmpty(), run),
                only(model.curriculumNoteProperty().isNotEmpty(), note));
    }

    private static CheckComboBox<Kernel> otherKernels(KernelFields kernels) {
        CheckComboBox<Kernel> box = new CheckComboBox<>(FXCollections.observableArrayList(Kernel.values()));
        box.setId("schedule-other-kernels");
        box.setConverter(Titles.of(Kernel::id));
        box.setAccessibleText(Texts.of("schedule.form.otherKernels.label"));
        box.setMaxWidth(Double.MAX_VALUE);
        kernels.others().forEach(box.getCheckModel()::check);
        box.getCheckModel().getCheckedItems().addListener((InvalidationListener) checked -> {
            List<Kernel> now = List.copyOf(box.getCheckModel().getCheckedItems());
            if (!Set.copyOf(now).equals(Set.copyOf(kernels.others()))) {
                kernels.others().setAll(now);
            }
        });
        kernels.others().addListener((InvalidationListener) changed -> {
            if (!Set.copyOf(box.getCheckModel().getCheckedItems()).equals(Set.copyOf(kernels.others()))) {
                List<Kernel> now = List.copyOf(kernels.others());
                box.getCheckModel().clearChecks();
                now.forEach(box.getCheckModel()::check);
            }
        });
        // The title is what is checked, if anything is.
        box.titleProperty()
                .bind(Bindings.createStringBinding(
                        () -> kernels.others().isEmpty() ? Texts.of("schedule.form.otherKernels.none") : null,
                        kernels.others()));
        return box;
    }

    private static VBox section(String title, Node... content) {
        VBox section = new VBox();
        section.getStyleClass().add("form-section");
        if (!title.isEmpty()) {
            Label heading = new Label(title);
            heading.getStyleClass().add(Styles.TITLE_4);
            section.getChildren().add(heading);
        }
        section.getChildren().addAll(content);
        return section;
    }

    /** Takes space only while the condition holds. */
    private static Node only(ObservableValue<Boolean> condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
        return node;
    }

    private static Label muted() {
        Label label = new Label();
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setWrapText(true);
        return label;
    }

    private static <T> ComboBox<T> choice(List<T> values, Function<T, String> title, Property<T> chosen) {
        ComboBox<T> choice = new ComboBox<>();
        choice.getItems().setAll(values);
        choice.setConverter(Titles.of(title));
        choice.valueProperty().bindBidirectional(chosen);
        return choice;
    }
}
