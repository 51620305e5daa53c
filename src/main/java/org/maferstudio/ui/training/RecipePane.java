package org.maferstudio.ui.training;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FormField;

/** The left half of the pane: the recipe as a form, and below it what the training will need. */
final class RecipePane extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final TrainingViewModel model;
    private final RecipeForm form;
    private final VBox fields = new VBox();
    private final ScrollPane scroll = new ScrollPane(fields);

    RecipePane(TrainingViewModel model) {
        this.model = model;
        this.form = model.form();
        getStyleClass().add("recipe");
        fields.getChildren().add(start());
        fields.getStyleClass().add("recipe-fields");
        for (RecipeInputs.Section section : form.sections().sections()) {
            fields.getChildren().add(section(section));
        }
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, foot());
    }

    private VBox start() {
        ComboBox<RecipePreset> preset = combo(RecipePreset::title);
        preset.getItems().setAll(RecipePreset.values());
        preset.valueProperty().bindBidirectional(form.presetProperty());
        TextField name = new TextField();
        name.textProperty().bindBidirectional(form.nameProperty());
        FormField nameField =
                new FormField(Texts.of("training.form.name.label"), Texts.of("training.form.name.help"), name);
        nameField.bindMessage(Bindings.when(form.nameProperty().isEmpty())
                .then(Texts.of("training.form.name.error.missing"))
                .otherwise(""));
        VBox box = new VBox(
                FormField.row(
                        new FormField(
                                Texts.of("training.form.preset.label"), Texts.of("training.form.preset.help"), preset),
                        nameField),
                dataset(),
                schedule());
        box.getStyleClass().add("form-section");
        return box;
    }

    private VBox dataset() {
        DatasetField dataset = model.dataset();
        Label heading = new Label(Texts.of("training.form.dataset.label"));
        Label title = new Label();
        title.textProperty().bind(dataset.titleProperty());
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button choose = Buttons.secondary(Texts.of("training.form.choose"), Feather.DATABASE, model::chooseDataset);
        HBox line = new HBox(title, choose);
        line.getStyleClass().addAll("form-row", "dataset-line");
        CheckBox leaveOut = new CheckBox(Texts.of("training.form.dataset.skipDamaged"));
        leaveOut.selectedProperty().bindBidirectional(dataset.leaveOutProperty());
        leaveOut.visibleProperty().bind(dataset.damagedProperty());
        leaveOut.managedProperty().bind(leaveOut.visibleProperty());
        Label message = new Label();
        message.getStyleClass().add("form-message");
        message.setWrapText(true);
        message.textProperty().bind(dataset.messageProperty());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        FormField held = FormField.number(
                Texts.of("training.form.heldOut.label"),
                Texts.of("training.form.heldOut.unit"),
                Texts.of("training.form.heldOut.help"),
                dataset.held());
        VBox box = new VBox(heading, line, held, leaveOut, message);
        box.getStyleClass().add("form-field");
        return box;
    }

    private HBox schedule() {
        ComboBox<ResolutionSchedule> schedule = combo(model::title);
        schedule.setItems(model.schedules());
        schedule.valueProperty().bindBidirectional(form.scheduleProperty());
        FormField field = new FormField(
                Texts.of("training.form.schedule.label"), Texts.of("training.form.schedule.help"), schedule);
        markBy(field, "schedule");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(
                field, Buttons.secondary(Texts.of("training.form.schedule.edit"), Feather.LAYERS, model::openSchedule));
        line.getStyleClass().addAll("form-row", "form-row-bottom");
        return line;
    }

    private TitledPane section(RecipeInputs.Section section) {
        VBox rows = new VBox();
        rows.getStyleClass().add("form-section");
        boolean augments = section.inputs().allMatch(input -> input.field().startsWith(AugmentationInputs.FIELD));
        if (augments) {
            rows.getChildren().add(new AugmentationHeader(form, model.preview()));
        }
        for (List<RecipeInput> row : section.rows()) {
            rows.getChildren().add(row(row));
            AugmentationInputs.endingWith(row)
                    .ifPresent(part -> rows.getChildren().add(new PreviewStrip(part, model.preview())));
        }
        TitledPane pane = new TitledPane(section.title(), rows);
        pane.setAnimated(false);
        pane.setExpanded(section.unfolded());
        if (augments) {
            pane.expandedProperty().bindBidirectional(model.preview().watchedProperty());
            // Twice: what is shown in it comes later and makes it longer.
            pane.expandedProperty().addListener((property, old, now) -> bringUp(pane));
            model.preview().variantsProperty().addListener((property, old, now) -> {
                if (old.isEmpty()) {
                    bringUp(pane);
                }
            });
        }
        pane.getStyleClass().add(Styles.DENSE);
        pane.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> title(section, form.changesProperty().get()), form.changesProperty()));
        return pane;
    }

    /** Scrolls to a section that was unfolded where little of it would be seen. */
    private void bringUp(TitledPane pane) {
        scroll.applyCss();
        scroll.layout();
        double seen = scroll.getViewportBounds().getHeight();
        double room = fields.getHeight() - seen;
        double top = pane.getBoundsInParent().getMinY();
        double from = scroll.getVvalue() * room;
        if (pane.isExpanded() && room > 0 && (top < from || top > from + seen / 2)) {
            scroll.setVvalue(Math.min(1, top / room));
        }
    }

    private static String title(RecipeInputs.Section section, Map<String, String> changes) {
        long changed = section.inputs()
                .map(RecipeInput::field)
                .distinct()
                .filter(changes::containsKey)
                .count();
        return changed == 0 ? section.title() : Texts.of("training.form.section.changed", section.title(), changed);
    }

    private HBox row(List<RecipeInput> inputs) {
        FormField[] fields = inputs.stream().map(this::field).toArray(FormField[]::new);
        HBox row = FormField.row(fields);
        BooleanBinding any = Bindings.createBooleanBinding(
                () -> inputs.stream().anyMatch(input -> input.relevantProperty().get()),
                inputs.stream().map(RecipeInput::relevantProperty).toArray(javafx.beans.Observable[]::new));
        row.visibleProperty().bind(any);
        row.managedProperty().bind(any);
        return row;
    }

    private FormField field(RecipeInput input) {
        FormField field = make(input);
        field.visibleProperty().bind(input.relevantProperty());
        field.managedProperty().bind(input.relevantProperty());
        markBy(field, input.field());
        return field;
    }

    private FormField make(RecipeInput input) {
        if (input instanceof RecipeInput.FileChoice file) {
            boolean begins = file.field().equals("network.base");
            return begins
                    ? new WeightFileField(model.base(), "base", Texts.of("training.form.base.none"))
                            .over(file, model::chooseBase)
                    : new WeightFileField(model.teacher(), "teacher", Texts.of("training.form.teacherWeights.none"))
                            .over(file, model::chooseTeacher);
        }
        if (input instanceof RecipeInput.Numeric number) {
            return FormField.number(input.label(), "", input.help(), number.input());
        }
        if (input instanceof RecipeInput.Numbers numbers) {
            TextField text = new TextField();
            text.setPromptText(numbers.none());
            text.textProperty().bindBidirectional(numbers.input().textProperty());
            FormField field = new FormField(input.label(), input.help(), text);
            field.bindMessage(numbers.input().messageProperty());
            return field;
        }
        if (input instanceof RecipeInput.Choice choice) {
            ComboBox<String> combo = combo(option -> OptionTitles.of(choice.field(), option));
            combo.getItems().setAll(choice.options());
            combo.valueProperty().bindBidirectional(choice.chosenProperty());
            return new FormField(input.label(), input.help(), combo);
        }
        RecipeInput.Switch yesOrNo = (RecipeInput.Switch) input;
        CheckBox box = new CheckBox(Texts.of("training.form.switch.on"));
        box.selectedProperty().bindBidirectional(yesOrNo.onProperty());
        return new FormField(input.label(), input.help(), box);
    }

    /** Marks a field while its place in the recipe, or one inside it, differs from the preset. */
    private void markBy(FormField field, String name) {
        Runnable mark = () -> field.pseudoClassStateChanged(
                CHANGED,
                form.changesProperty().get().keySet().stream()
                        .anyMatch(changed -> changed.equals(name) || changed.startsWith(name + ".")));
        form.changesProperty().addListener((property, old, now) -> mark.run());
        mark.run();
    }

    private VBox foot() {
        Label problem = new Label();
        problem.getStyleClass().add("form-message");
        problem.setWrapText(true);
        problem.textProperty().bind(form.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        Label estimate = new Label();
        estimate.setWrapText(true);
        estimate.setMaxWidth(Double.MAX_VALUE);
        estimate.setMinHeight(Region.USE_PREF_SIZE);
        estimate.getStyleClass().add(Styles.TEXT_MUTED);
        estimate.textProperty().bind(model.estimateProperty());
        HBox.setHgrow(estimate, Priority.ALWAYS);
        Button reset = Buttons.secondary(Texts.of("training.form.reset"), Feather.ROTATE_CCW, form::reset);
        reset.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> form.changesProperty().get().isEmpty(), form.changesProperty()));
        HBox line = new HBox(estimate, reset);
        line.getStyleClass().addAll("form-row", "dataset-line");
        VBox foot = new VBox(problem, line);
        foot.getStyleClass().add("recipe-foot");
        return foot;
    }

    private static <T> ComboBox<T> combo(Function<T, String> title) {
        ComboBox<T> combo = new ComboBox<>();
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : title.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        return combo;
    }
}
