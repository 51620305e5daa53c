package org.maferstudio.ui.schedule;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.maferstudio.image.Kernel;
import org.maferstudio.schedule.SchedulePreset;
import org.maferstudio.ui.parts.FormField;

/** The left side: preset, how often, which resolutions, kernel, and for how long a run the forecast is. */
final class ScheduleForm extends ScrollPane {
    private static final String OWN = "Your own";

    ScheduleForm(ScheduleViewModel model) {
        getStyleClass().add("schedule-form");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox form = new VBox(preset(model), howOften(model.howOften()), which(model), rest(model));
        form.getStyleClass().add("schedule-sections");
        setContent(form);
    }

    private static Node preset(ScheduleViewModel model) {
        ComboBox<SchedulePreset> presets = new ComboBox<>();
        presets.setId("schedule-preset");
        presets.getItems().setAll(SchedulePreset.values());
        presets.setConverter(names(SchedulePreset::title));
        // The prompt text is not shown again once a value was there and went.
        presets.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(SchedulePreset item, boolean empty) {
                super.updateItem(item, empty);
                setText(item == null ? OWN : item.title());
            }
        });
        presets.valueProperty().bindBidirectional(model.presetProperty());
        Label explanation = muted();
        explanation
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.presetProperty().get() == null
                                ? "A schedule of your own."
                                : model.presetProperty().get().explanation(),
                        model.presetProperty()));
        return section("", new FormField("Preset", "Fills the form below.", presets), explanation);
    }

    private static Node howOften(HowOften model) {
        FormField mode = new FormField(
                "Lower an image",
                "Decided anew for each image that the training looks at.",
                choice(List.of(HowOften.Mode.values()), HowOften.Mode::title, model.modeProperty()));
        Node constant = only(
                model.modeProperty().isEqualTo(HowOften.Mode.CONSTANT),
                FormField.number("Probability", "0 to 1", "The paper's is 0.1.", model.probability()));
        FormField maximum = FormField.number("At most", "0 to 1", "Where the growth ends.", model.maximum());
        maximum.bindMessage(model.maximumMessageProperty());
        Node curriculum = only(
                model.modeProperty().isEqualTo(HowOften.Mode.CURRICULUM),
                new VBox(
                        12,
                        FormField.row(
                                FormField.number("Start", "0 to 1", "The paper's is 0.1.", model.start()),
                                FormField.number("Step", "0 to 1", "The paper's is 0.1.", model.step())),
                        FormField.row(
                                FormField.number(
                                        "Every",
                                        "images",
                                        "Images seen by the whole run, counted once. The paper's is 35,000.",
                                        model.every()),
                                maximum)));
        return section("How often", mode, constant, curriculum);
    }

    private static Node which(ScheduleViewModel whole) {
        WhichResolutions model = whole.which();
        FormField mode = new FormField(
                "To",
                "Pixels of the shorter side, drawn anew for each lowered image.",
                choice(List.of(WhichResolutions.Mode.values()), WhichResolutions.Mode::title, model.modeProperty()));
        FormField highest = new FormField(
                "Highest (px)", "", choice(WhichResolutions.POWERS, String::valueOf, model.highestProperty()));
        highest.bindMessage(model.highestMessageProperty());
        Node powers = only(
                model.modeProperty().isEqualTo(WhichResolutions.Mode.POWERS),
                FormField.row(
                        new FormField(
                                "Lowest (px)",
                                "",
                                choice(WhichResolutions.POWERS, String::valueOf, model.lowestProperty())),
                        highest));
        TextField list = new TextField();
        list.setId("schedule-list");
        list.textProperty().bindBidirectional(model.listProperty());
        FormField listField = new FormField(
                "Resolutions (px)", "With commas; a colon gives a weight: 8:2, 16:1 draws 8 px twice as often.", list);
        listField.bindMessage(model.listMessageProperty());
        FormField most = FormField.number("To", "px", "", model.most());
        most.bindMessage(model.mostMessageProperty());
        Node range = only(
                model.modeProperty()
                        .isEqualTo(WhichResolutions.Mode.UNIFORM)
                        .or(model.modeProperty().isEqualTo(WhichResolutions.Mode.LOGARITHMIC)),
                FormField.row(FormField.number("From", "px", "", model.least()), most));
        Node section = section(
                "Which resolutions",
                mode,
                powers,
                only(model.modeProperty().isEqualTo(WhichResolutions.Mode.LISTED), listField),
                range);
        section.disableProperty().bind(whole.howOften().modeProperty().isEqualTo(HowOften.Mode.NEVER));
        return section;
    }

    private static Node rest(ScheduleViewModel model) {
        FormField kernel = new FormField(
                "Kernel",
                "For the way down and back up, computed as Pillow does. The paper's is bilinear.",
                choice(List.of(Kernel.values()), Kernel::id, model.kernelProperty()));
        kernel.disableProperty().bind(model.howOften().modeProperty().isEqualTo(HowOften.Mode.NEVER));
        FormField epochs = FormField.number(
                "Forecast",
                "epochs",
                "How long a run the forecast is for; the schedule does not depend on it.",
                model.epochs());
        Label run = muted();
        run.textProperty().bind(model.runProperty());
        Label note = muted();
        note.textProperty().bind(model.curriculumNoteProperty());
        return section(
                "",
                FormField.row(kernel, epochs),
                only(model.runProperty().isNotEmpty(), run),
                only(model.curriculumNoteProperty().isNotEmpty(), note));
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

    /** Takes room only while the condition holds. */
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
        choice.setConverter(names(title));
        choice.valueProperty().bindBidirectional(chosen);
        return choice;
    }

    private static <T> StringConverter<T> names(Function<T, String> title) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : title.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("this is chosen, not typed");
            }
        };
    }
}
