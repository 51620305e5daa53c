package org.maferstudio.ui.training.series;

import atlantafx.base.controls.Message;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.recipe.FieldTexts;
import org.maferstudio.recipe.RecipeFields;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.controls.PaneDialog;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.controls.WrappingText;

/** Plans a series: at the left what varies, at the right how often each setting is trained; the runs below. */
public final class SeriesDialog {
    private final FieldTexts texts = FieldTexts.shown();
    private final SeriesViewModel model;
    private final PaneDialog dialog;
    private final VBox rows = new VBox();

    /** Creates the view. */
    public SeriesDialog(SeriesViewModel model) {
        this.model = model;
        Button start = Buttons.primary("", Feather.PLAY, model::start);
        start.textProperty()
                .bind(model.extendedProperty()
                        .map(series -> Texts.of("training.series.startMore"))
                        .orElse(Texts.of("training.series.start")));
        start.setId("series-start");
        start.disableProperty().bind(model.startableProperty().not());
        dialog = new PaneDialog(Texts.of("training.series.title"), plan(), replications(), start, model.openProperty());
        dialog.getStyleClass().add("series");
        dialog.note(model.summaryProperty());
        model.rows().addListener((ListChangeListener<SweepRow>) change -> update());
        update();
    }

    /** Its node, which lies above the pane. */
    public Node node() {
        return dialog;
    }

    private VBox plan() {
        Button add = Buttons.secondary(Texts.of("training.series.add"), Feather.PLUS, model::add);
        add.setId("series-add");
        rows.getStyleClass().add("series-rows");
        ListView<SeriesRun> runs = new ListView<>(model.runs());
        runs.setId("series-runs");
        runs.setAccessibleText(Texts.of("training.series.runs"));
        runs.setCellFactory(list -> new RunCell());
        runs.setPlaceholder(muted(Texts.of("training.series.none")));
        VBox.setVgrow(runs, Priority.ALWAYS);
        Message problem = Messages.problem(model.problemProperty());
        VBox.setMargin(problem, new Insets(0, 0, 8, 0));
        VBox plan = new VBox(
                problem,
                heading(Texts.of("training.series.varied")),
                muted(Texts.of("training.series.about")),
                rows,
                add,
                heading(Texts.of("training.series.runs")),
                runs);
        plan.getStyleClass().add("series-plan");
        return plan;
    }

    private VBox replications() {
        TextField seeds = new TextField();
        seeds.setId("series-seeds");
        seeds.setPromptText("17, 18, 19");
        seeds.textProperty().bindBidirectional(model.seeds().textProperty());
        FormField seedsField =
                new FormField(Texts.of("training.series.seeds.label"), Texts.of("training.series.seeds.help"), seeds);
        seedsField.bindMessage(model.seeds().messageProperty());
        return new VBox(
                heading(Texts.of("training.series.replications")),
                seedsField,
                FormField.number(
                        Texts.of("training.series.folds.label"),
                        "",
                        Texts.of("training.series.folds.help"),
                        model.folds()),
                heading(Texts.of("training.series.how")),
                FormField.number(
                        Texts.of("training.series.budget.label"),
                        "",
                        Texts.of("training.series.budget.help"),
                        model.budget()),
                execution());
    }

    /** A series that gets more runs keeps how it is trained. */
    private Node execution() {
        ExecutionFields fields = new ExecutionFields(model.execution());
        fields.visibleProperty().bind(model.extendedProperty().isNull());
        fields.managedProperty().bind(fields.visibleProperty());
        return fields;
    }

    private void update() {
        rows.getChildren().setAll(model.rows().stream().map(this::row).toList());
    }

    private Node row(SweepRow row) {
        ComboBox<SweepTarget> target = new ComboBox<>();
        target.setConverter(Titles.of(this::title));
        target.getItems().setAll(SweepTarget.all());
        target.setVisibleRowCount(16);
        target.valueProperty().bindBidirectional(row.targetProperty());
        // Another setting begins with its own value in the form.
        target.setOnAction(event ->
                row.valuesProperty().set(model.value(row.targetProperty().get())));
        TextField values = new TextField();
        values.getStyleClass().add("series-values");
        values.textProperty().bindBidirectional(row.valuesProperty());
        FormField what = new FormField(
                Texts.of("training.series.setting.label"), Texts.of("training.series.setting.help"), target);
        FormField which = new FormField(
                Texts.of("training.series.values.label"), Texts.of("training.series.values.help"), values);
        which.bindMessage(row.messageProperty());
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox.setHgrow(which, Priority.ALWAYS);
        // Columns of the same width, whatever is chosen.
        what.setPrefWidth(1);
        which.setPrefWidth(1);
        Button remove = Buttons.icon(Feather.X, Texts.of("training.series.remove"), () -> model.remove(row));
        remove.disableProperty().bind(Bindings.size(model.rows()).lessThan(1));
        HBox line = new HBox(what, which, remove);
        line.getStyleClass().addAll("form-row", "series-row");
        return line;
    }

    /** The label of a field with that of its section, since several sections have a field of one name. */
    private String title(SweepTarget target) {
        return target.field()
                .flatMap(field -> RecipeFields.SECTIONS.stream()
                        .filter(section -> section.fields().anyMatch(field::equals))
                        .findFirst())
                .map(section -> Texts.of("training.series.setting.title", texts.title(section), target.label()))
                .orElseGet(target::label);
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        return heading;
    }

    private static Label muted(String text) {
        Label muted = WrappingText.wrapped(new Label(text));
        muted.getStyleClass().add(Styles.TEXT_MUTED);
        return muted;
    }

    /** The number and the name of a run. */
    private static final class RunCell extends ListCell<SeriesRun> {
        @Override
        protected void updateItem(SeriesRun run, boolean empty) {
            super.updateItem(run, empty);
            setText(empty || run == null ? null : run.number() + "   " + run.name());
        }
    }
}
