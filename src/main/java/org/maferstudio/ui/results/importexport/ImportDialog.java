package org.maferstudio.ui.results.importexport;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.report.figures.ConfusionFigure;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.imports.ImportedMatrix;
import org.maferstudio.results.imports.ImportedPredictions;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.PaneDialog;
import org.maferstudio.ui.controls.SegmentedChoice;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.controls.WrappingText;

/** Asks what a file of another program means, and shows at once how it is understood. */
final class ImportDialog {
    private final ImportForm form;
    private final PaneDialog dialog;

    /** Creates the view. */
    ImportDialog(ImportForm form, FigureRenderer figures) {
        this.form = form;
        var keep = Buttons.primary(Texts.of("results.importForm.import"), Feather.LOG_IN, form::save);
        keep.disableProperty().bind(form.readyExpression().not());
        dialog = new PaneDialog(
                Texts.of("results.importForm.title"), understood(figures), fields(), keep, form.openProperty());
        dialog.getStyleClass().add("import-dialog");
    }

    Node node() {
        return dialog;
    }

    private Region understood(FigureRenderer figures) {
        FigurePane matrix = new FigurePane(figures, "import");
        matrix.figureProperty()
                .bind(Bindings.createObjectBinding(
                        () -> figure(form.foundProperty().get()), form.foundProperty()));
        VBox.setVgrow(matrix, Priority.ALWAYS);
        Label notes = new Label();
        WrappingText.wrapped(notes);
        notes.textProperty().bind(notes(form));
        VBox read = new VBox(heading(Texts.of("results.importForm.preview")), matrix, notes);
        read.getStyleClass().add("import-understood");
        read.visibleProperty().bind(form.foundProperty().isNotNull());
        EmptyState why = new EmptyState(Feather.HELP_CIRCLE, form.problemProperty());
        why.visibleProperty()
                .bind(form.foundProperty().isNull().and(form.problemProperty().isNotEmpty()));
        return new StackPane(read, why);
    }

    private static ConfusionFigure figure(ImportRequest.Found found) {
        return found == null || found.predictions().labels().isMany()
                ? null
                : ConfusionFigure.of(ConfusionMatrix.of(found.predictions()), Normalisation.COUNTS);
    }

    /** How many samples, the classes in their order, and what the reader noticed. */
    private static StringBinding notes(ImportForm form) {
        return Bindings.createStringBinding(
                () -> {
                    ImportRequest.Found found = form.foundProperty().get();
                    if (found == null) {
                        return "";
                    }
                    Predictions predictions = found.predictions();
                    List<String> lines = new ArrayList<>();
                    lines.add(Texts.of(
                            "results.importForm.found",
                            predictions.rows().size(),
                            String.join(", ", predictions.labels().names())));
                    lines.addAll(found.notes());
                    lines.add(form.problemProperty().get());
                    lines.removeIf(String::isEmpty);
                    return String.join("\n", lines);
                },
                form.foundProperty(),
                form.problemProperty());
    }

    private VBox fields() {
        BooleanBinding table = form.kindProperty().isEqualTo(ImportKind.PREDICTIONS);
        VBox columns = new VBox(
                column(
                        Texts.of("results.importForm.column.label.label"),
                        Texts.of("results.importForm.column.label.help"),
                        ImportedPredictions.Column.LABEL),
                column(
                        Texts.of("results.importForm.column.predicted.label"),
                        Texts.of("results.importForm.column.predicted.help"),
                        ImportedPredictions.Column.PREDICTED),
                column(
                        Texts.of("results.labels.column.sample"),
                        Texts.of("results.importForm.column.sample.help"),
                        ImportedPredictions.Column.SAMPLE),
                column(
                        Texts.of("results.importForm.column.group.label"),
                        Texts.of("results.importForm.column.group.help"),
                        ImportedPredictions.Column.GROUP));
        columns.getChildren().addAll(scores(), leaveOut());
        columns.getStyleClass().add("form-section");
        columns.visibleProperty().bind(table);
        columns.managedProperty().bind(table);
        VBox rows = group(
                Texts.of("results.importForm.rows.label"),
                new SegmentedChoice<>(
                        FXCollections.observableArrayList(ImportedMatrix.Rows.values()),
                        each -> each == ImportedMatrix.Rows.TRUTH
                                ? Texts.of("results.importForm.rows.true")
                                : Texts.of("results.importForm.rows.predicted"),
                        form.details().rowsProperty()));
        rows.visibleProperty().bind(table.not());
        rows.managedProperty().bind(table.not());
        FormField samples = new FormField(
                Texts.of("results.importForm.samplesByClass.label"),
                Texts.of("results.importForm.samplesByClass.help"),
                text(form.details().samplesByClassProperty()));
        samples.visibleProperty().bind(table.not());
        samples.managedProperty().bind(table.not());
        TextField classes = text(form.details().classesProperty());
        classes.setPromptText(Texts.of("results.importForm.classes.prompt"));
        return new VBox(
                group(
                        Texts.of("results.importForm.kind.label"),
                        new SegmentedChoice<>(List.of(ImportKind.values()), ImportKind::title, form.kindProperty())),
                columns,
                rows,
                new FormField(
                        Texts.of("results.importForm.classes.label"),
                        Texts.of("results.importForm.classes.help"),
                        classes),
                orders(),
                samples,
                FormField.row(
                        new FormField(
                                Texts.of("results.evaluate.split.label"),
                                Texts.of("results.importForm.split.help"),
                                split()),
                        new FormField(
                                Texts.of("results.resolution.label"),
                                Texts.of("results.importForm.resolution.help"),
                                text(form.resolutionProperty()))),
                targets());
    }

    private FormField scores() {
        ComboBox<ImportedPredictions.Scores> scores =
                new ComboBox<>(FXCollections.observableArrayList(ImportedPredictions.Scores.values()));
        scores.valueProperty().bindBidirectional(form.details().scoresProperty());
        scores.setConverter(Titles.of(ImportDialog::title));
        return new FormField(
                Texts.of("results.importForm.scores.label"), Texts.of("results.importForm.scores.help"), scores);
    }

    private static String title(ImportedPredictions.Scores kind) {
        return switch (kind) {
            case AUTO -> Texts.of("results.importForm.scores.auto");
            case PROBABILITIES -> Texts.of("results.importForm.scores.probabilities");
            case PERCENT -> Texts.of("results.importForm.scores.percent");
            case LOGITS -> Texts.of("results.importForm.scores.logits");
            case NONE -> Texts.of("results.importForm.scores.none");
        };
    }

    private CheckBox leaveOut() {
        CheckBox leaveOut = new CheckBox(Texts.of("results.importForm.leaveOut.label"));
        leaveOut.selectedProperty().bindBidirectional(form.details().leavingOutProperty());
        return leaveOut;
    }

    private Node targets() {
        ComboBox<ImportForm.Target> target = new ComboBox<>(form.targets());
        target.valueProperty().bindBidirectional(form.targetProperty());
        FormField name = new FormField(
                Texts.of("results.experiments.card.name.label"),
                Texts.of("results.importForm.name.help"),
                text(form.nameProperty()));
        name.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !ImportForm.Target.NEW.equals(
                                form.targetProperty().get()),
                        form.targetProperty()));
        FormField to = new FormField(
                Texts.of("results.importForm.target.label"), Texts.of("results.importForm.target.help"), target);
        FormField dataset = new FormField(
                Texts.of("results.experiments.column.dataset"),
                Texts.of("results.importForm.dataset.help"),
                text(form.datasetProperty()));
        VBox all = new VBox(dataset, to, name);
        all.getStyleClass().add("form-section");
        return all;
    }

    private ComboBox<String> split() {
        ComboBox<String> split = new ComboBox<>(FXCollections.observableArrayList("test", "validation", "train"));
        split.valueProperty().bindBidirectional(form.splitProperty());
        return split;
    }

    private FormField column(String title, String help, ImportedPredictions.Column column) {
        ComboBox<String> choice = new ComboBox<>(form.columns());
        choice.valueProperty().bindBidirectional(form.details().columnProperty(column));
        choice.setConverter(new ColumnName(form, column));
        // The words for a column that is found change with the file.
        form.detectedProperty().addListener((property, old, now) -> choice.setConverter(new ColumnName(form, column)));
        return new FormField(title, help, choice);
    }

    /** The known orders of classes. */
    private MenuButton orders() {
        MenuButton orders = new MenuButton(Texts.of("results.importForm.orders"));
        orders.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        for (int size : new int[] {7, 8, 6}) {
            ClassOrder.ofSize(size).forEach(order -> orders.getItems().add(order(order)));
        }
        return orders;
    }

    private MenuItem order(ClassOrder order) {
        MenuItem item = new MenuItem(Texts.of(
                "results.importForm.order",
                order.labels().size(),
                order.name(),
                String.join(", ", order.labels().names())));
        item.setOnAction(event -> form.details()
                .classesProperty()
                .set(String.join(", ", order.labels().names())));
        return item;
    }

    private static TextField text(javafx.beans.property.StringProperty value) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        return heading;
    }

    private static VBox group(String title, Node content) {
        VBox group = new VBox(new Label(title), content);
        group.getStyleClass().add("form-field");
        return group;
    }

    /** Says which column is found by its name, where none is chosen manually. */
    private static final class ColumnName extends StringConverter<String> {
        private final String found;

        ColumnName(ImportForm form, ImportedPredictions.Column column) {
            String name = form.detectedProperty().get().get(column);
            found = name == null
                    ? Texts.of("results.importForm.column.none")
                    : Texts.of("results.importForm.column.byName", name);
        }

        @Override
        public String toString(String column) {
            return column == null || column.equals(ImportDetails.BY_NAME) ? found : column;
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
