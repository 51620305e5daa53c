package org.maferstudio.ui.training;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.converter.BooleanStringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.augmentation.AugmentationStep;
import org.maferstudio.recipe.FieldTexts;
import org.maferstudio.recipe.RecipeField;
import org.maferstudio.recipe.RecipeFields;
import org.maferstudio.recipe.RecipeStart;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.ListChoice;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.workbench.PresetButton;

/** The left half of the pane: the recipe as a form, and below it the estimate. */
final class RecipePane extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private static final Set<String> EXPANDED = Set.of("training", "network");

    /** The transforms, by the first field of the line below which they are shown. */
    private static final Map<String, AugmentationStep> PREVIEWS = Map.of(
            "augmentation.cropFirst", AugmentationStep.CROP,
            "augmentation.blur", AugmentationStep.BLUR,
            "augmentation.grey", AugmentationStep.GREY,
            "augmentation.elasticity.sigma", AugmentationStep.ELASTICITY,
            "augmentation.motion.shift", AugmentationStep.MOTION,
            "augmentation.cutout.fill", AugmentationStep.CUTOUT,
            "augmentation.flip", AugmentationStep.FLIP);

    private final FieldTexts texts = FieldTexts.shown();
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
        RecipeFields.SECTIONS.forEach(section -> fields.getChildren().add(section(section)));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, foot());
    }

    private VBox start() {
        ComboBox<RecipeStart> preset = combo(RecipeStart::title);
        preset.setId("recipe-preset");
        ListChoice.bind(preset, model.presets(), form.presetProperty());
        FormField presetField =
                new FormField(Texts.of("training.form.preset.label"), Texts.of("training.form.preset.help"), preset);
        presetField.bindMessage(model.presetProblemProperty());
        HBox.setHgrow(presetField, Priority.ALWAYS);
        HBox presetLine = new HBox(presetField, new PresetButton(model.presetEdits(), "recipe-presets"));
        presetLine.getStyleClass().addAll("form-row", "form-row-bottom");
        TextField name = new TextField();
        name.textProperty().bindBidirectional(form.nameProperty());
        FormField nameField =
                new FormField(texts.label(RecipeFields.of("name")), texts.help(RecipeFields.of("name")), name);
        nameField.bindMessage(Bindings.when(form.nameProperty().isEmpty())
                .then(Texts.of("training.form.name.error.missing"))
                .otherwise(""));
        VBox box = new VBox(presetLine, nameField, dataset(), schedule());
        box.getStyleClass().add("form-section");
        return box;
    }

    private VBox dataset() {
        DatasetField dataset = model.dataset();
        Label heading = new Label(texts.label(RecipeFields.of("dataset.paths")));
        Label title = new Label();
        title.textProperty().bind(dataset.titleProperty());
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button choose = Buttons.secondary(Texts.of("training.form.choose"), Feather.DATABASE, model::chooseDataset);
        HBox line = new HBox(title, choose);
        line.getStyleClass().addAll("form-row", "dataset-line");
        CheckBox leaveOut = new CheckBox(texts.label(RecipeFields.of("dataset.leaveOutDamaged")));
        leaveOut.selectedProperty().bindBidirectional(dataset.leaveOutProperty());
        leaveOut.visibleProperty().bind(dataset.damagedProperty());
        leaveOut.managedProperty().bind(leaveOut.visibleProperty());
        CheckBox duplicates = new CheckBox(texts.label(RecipeFields.of("dataset.leaveOutDuplicates")));
        duplicates.setTooltip(new Tooltip(texts.help(RecipeFields.of("dataset.leaveOutDuplicates"))));
        duplicates.selectedProperty().bindBidirectional(dataset.leaveOutDuplicatesProperty());
        Label message = new Label();
        message.getStyleClass().add("form-message");
        message.setWrapText(true);
        message.textProperty().bind(dataset.messageProperty());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        FormField held = FormField.number(
                texts.label(RecipeFields.of("dataset.validShare")),
                Texts.of("training.form.heldOut.unit"),
                texts.help(RecipeFields.of("dataset.validShare")),
                dataset.held());
        VBox box = new VBox(heading, line, held, duplicates, leaveOut, message);
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

    private TitledPane section(RecipeFields.Section section) {
        VBox rows = new VBox();
        rows.getStyleClass().add("form-section");
        boolean augments = section.id().equals("augmentation");
        if (augments) {
            rows.getChildren().add(new AugmentationHeader(form, model.preview()));
        }
        for (List<RecipeField<?>> line : section.lines()) {
            rows.getChildren().add(row(line));
            Optional.ofNullable(PREVIEWS.get(line.get(0).id()))
                    .ifPresent(part -> rows.getChildren().add(new PreviewStrip(part, model.preview())));
        }
        TitledPane pane = new TitledPane(texts.title(section), rows);
        pane.setAnimated(false);
        pane.setExpanded(EXPANDED.contains(section.id()));
        if (augments) {
            pane.expandedProperty().bindBidirectional(model.preview().watchedProperty());
            // Twice, because its content appears later and increases the height.
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

    /** Scrolls to an expanded section if little of it would be visible. */
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

    private String title(RecipeFields.Section section, Map<String, String> changes) {
        long changed = section.fields()
                .map(RecipeField::id)
                .filter(changes::containsKey)
                .count();
        return changed == 0
                ? texts.title(section)
                : Texts.of("training.form.section.changed", texts.title(section), changed);
    }

    private HBox row(List<RecipeField<?>> line) {
        List<FormField> fields =
                line.stream().map(field -> field(form.inputs().of(field.id()))).toList();
        HBox row = FormField.row(fields.toArray(FormField[]::new));
        BooleanBinding any = Bindings.createBooleanBinding(
                () -> fields.stream().anyMatch(Node::isVisible),
                fields.stream().map(Node::visibleProperty).toArray(javafx.beans.Observable[]::new));
        row.visibleProperty().bind(any);
        row.managedProperty().bind(any);
        return row;
    }

    private FormField field(RecipeInput input) {
        FormField field = input.field().id().equals(RecipeInputs.REST) ? trained(input) : shown(input);
        markBy(field, input.field().id());
        return field;
    }

    /** Which weights are trained, and below it the rate of the others if they have their own. */
    private FormField trained(RecipeInput rate) {
        ComboBox<RecipeInputs.Trained> combo = combo(RecipeInputs.Trained::title);
        combo.getItems().setAll(RecipeInputs.Trained.values());
        combo.valueProperty().bindBidirectional(form.inputs().trainedProperty());
        FormField field = new FormField(
                Texts.of("training.form.trainedWeights.label"), Texts.of("training.form.trainedWeights.help"), combo);
        field.getChildren().add(shown(rate));
        return field;
    }

    private FormField shown(RecipeInput input) {
        FormField field = make(input);
        field.visibleProperty().bind(input.relevantProperty());
        field.managedProperty().bind(input.relevantProperty());
        return field;
    }

    private FormField make(RecipeInput input) {
        RecipeField<?> field = input.field();
        String label = texts.label(field);
        String help = texts.helpWithRange(field);
        return switch (field.type().kind()) {
            case FILE ->
                field.id().equals(TrainingViewModel.BASE)
                        ? new WeightFileField(model.base(), "base").over(input, model::chooseBase)
                        : new WeightFileField(model.teacher(), "teacher").over(input, model::chooseTeacher);
            case CHOICE, TEXT -> {
                ComboBox<String> combo = combo(choice -> texts.title(field, choice));
                combo.getItems().setAll(field.type().choices());
                combo.valueProperty().bindBidirectional(input.textProperty());
                yield new FormField(label, help, combo);
            }
            case FLAG -> {
                CheckBox box = new CheckBox(Texts.of("training.form.switch.on"));
                // Binding takes the box's value first.
                box.setSelected(Boolean.parseBoolean(input.textProperty().get()));
                input.textProperty().bindBidirectional(box.selectedProperty(), new BooleanStringConverter());
                yield new FormField(label, help, box);
            }
            case NUMBERS -> {
                TextField text = new TextField();
                text.setPromptText(texts.none(field));
                text.textProperty().bindBidirectional(input.textProperty());
                FormField numbers = new FormField(label, help, text);
                numbers.bindMessage(input.messageProperty());
                yield numbers;
            }
            case WHOLE, REAL -> FormField.number(label, help, input.textProperty(), input.messageProperty());
            case STRUCTURE -> throw new IllegalArgumentException("no control for " + field);
        };
    }

    /** Marks a field that differs from the preset. */
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
        combo.setConverter(Titles.of(title));
        return combo;
    }
}
