package org.maferstudio.ui.results.exchange;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.scene.Node;
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
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.ConfusionFigure;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.ForeignMatrix;
import org.maferstudio.results.ForeignTable;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.Predictions;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.parts.Buttons;
import org.maferstudio.ui.parts.EmptyState;
import org.maferstudio.ui.parts.FigurePane;
import org.maferstudio.ui.parts.Figures;
import org.maferstudio.ui.parts.FormField;
import org.maferstudio.ui.parts.Segments;
import org.maferstudio.ui.parts.Sheet;
import org.maferstudio.ui.parts.Words;

/** Asks what a file of another program means, and shows at once how it is understood. */
final class ImportSheet {
    private final ImportForm form;
    private final Sheet sheet;

    /** Over its model. */
    ImportSheet(ImportForm form, Figures figures) {
        this.form = form;
        var keep = Buttons.primary(Texts.of("results.import"), Feather.LOG_IN, form::keep);
        keep.disableProperty().bind(form.readyExpression().not());
        sheet = new Sheet(
                Texts.of("results.results-of-another-program-title"),
                understood(figures),
                fields(),
                keep,
                form.openProperty());
        sheet.getStyleClass().add("import-sheet");
    }

    Node node() {
        return sheet;
    }

    private Region understood(Figures figures) {
        FigurePane matrix = new FigurePane(figures, "import");
        matrix.figureProperty()
                .bind(Bindings.createObjectBinding(
                        () -> figure(form.foundProperty().get()), form.foundProperty()));
        VBox.setVgrow(matrix, Priority.ALWAYS);
        Label notes = new Label();
        Words.wrapped(notes);
        notes.textProperty().bind(notes(form));
        VBox read = new VBox(heading(Texts.of("results.so-it-is-understood-rows-are-the")), matrix, notes);
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
                    return Texts.of(
                            "results.classes-in-this-order",
                            Texts.count("results.samples", predictions.rows().size()),
                            String.join(", ", predictions.labels().names()),
                            String.join("\n", found.notes()),
                            form.problemProperty().get().isEmpty()
                                    ? ""
                                    : "\n" + form.problemProperty().get());
                },
                form.foundProperty(),
                form.problemProperty());
    }

    private VBox fields() {
        BooleanBinding table = form.kindProperty().isEqualTo(ImportKind.PREDICTIONS);
        VBox columns = new VBox(
                column(
                        Texts.of("results.truth"),
                        Texts.of("results.the-column-of-the-true-class"),
                        ForeignTable.Column.LABEL),
                column(
                        Texts.of("results.prediction"),
                        Texts.of("results.the-column-of-what-the-network"),
                        ForeignTable.Column.PREDICTED),
                column(
                        Texts.of("results.sample"),
                        Texts.of("results.the-column-of-the-pictures-name"),
                        ForeignTable.Column.SAMPLE),
                column(
                        Texts.of("results.group"),
                        Texts.of("results.the-column-of-the-person-or-the"),
                        ForeignTable.Column.GROUP));
        columns.getStyleClass().add("form-section");
        columns.visibleProperty().bind(table);
        columns.managedProperty().bind(table);
        VBox rows = group(
                Texts.of("results.the-rows-of-the-matrix-are"),
                new Segments<>(
                        FXCollections.observableArrayList(ForeignMatrix.Rows.values()),
                        each -> each == ForeignMatrix.Rows.TRUTH
                                ? Texts.of("results.the-truth")
                                : Texts.of("results.what-was-predicted"),
                        form.rowsProperty()));
        rows.visibleProperty().bind(table.not());
        rows.managedProperty().bind(table.not());
        TextField classes = text(form.classesProperty());
        classes.setPromptText(Texts.of("results.as-the-file-names-them"));
        return new VBox(
                group(
                        Texts.of("results.the-file-holds"),
                        new Segments<>(
                                FXCollections.observableArrayList(ImportKind.values()),
                                ImportKind::title,
                                form.kindProperty())),
                columns,
                rows,
                new FormField(
                        Texts.of("results.classes"), Texts.of("results.in-the-order-of-the-numbers-from"), classes),
                orders(),
                FormField.row(
                        new FormField(Texts.of("results.split"), Texts.of("results.what-was-predicted"), split()),
                        new FormField(
                                Texts.of("results.resolution"),
                                Texts.of("results.native-or-pixels-such-as-16"),
                                text(form.resolutionProperty()))),
                targets());
    }

    private Node targets() {
        ComboBox<ImportForm.Target> target = new ComboBox<>(form.targets());
        target.valueProperty().bindBidirectional(form.targetProperty());
        FormField name = new FormField(
                Texts.of("results.name"), Texts.of("results.what-the-experiment-will-be"), text(form.nameProperty()));
        name.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !ImportForm.Target.NEW.equals(
                                form.targetProperty().get()),
                        form.targetProperty()));
        FormField to =
                new FormField(Texts.of("results.import-as"), Texts.of("results.one-experiment-may-hold-a"), target);
        FormField dataset = new FormField(
                Texts.of("results.dataset"),
                Texts.of("results.what-the-network-was-asked-about"),
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

    private FormField column(String title, String help, ForeignTable.Column column) {
        ComboBox<String> choice = new ComboBox<>(form.columns());
        choice.valueProperty().bindBidirectional(form.columnProperty(column));
        choice.setConverter(new ColumnName(form, column));
        // The words for a column that is found change with the file.
        form.usualProperty().addListener((property, old, now) -> choice.setConverter(new ColumnName(form, column)));
        return new FormField(title, help, choice);
    }

    /** The orders in which the datasets of the field number their classes. */
    private MenuButton orders() {
        MenuButton orders = new MenuButton(Texts.of("results.usual-orders"));
        orders.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        orders.getItems()
                .addAll(
                        order("FER2013: 0 to 6", LabelSet.fer2013().names()),
                        order("RAF-DB: 1 to 7", LabelSet.rafdb().names()),
                        order(
                                Texts.of("results.oulu-casia-folders-alphabetical"),
                                List.of("anger", "disgust", "fear", "happiness", "sadness", "surprise")),
                        order(
                                Texts.of("results.affectnet-0-to-7"),
                                List.of(
                                        "neutral",
                                        "happiness",
                                        "sadness",
                                        "surprise",
                                        "fear",
                                        "disgust",
                                        "anger",
                                        "contempt")),
                        order(
                                Texts.of("results.all-eight-expressions"),
                                LabelSet.of(Expression.values()).names()));
        return orders;
    }

    private MenuItem order(String title, List<String> names) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> form.classesProperty().set(String.join(", ", names)));
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

    /** Says which column is found by its name, where none is chosen by hand. */
    private static final class ColumnName extends StringConverter<String> {
        private final String found;

        ColumnName(ImportForm form, ForeignTable.Column column) {
            String name = form.usualProperty().get().get(column);
            found = name == null ? Texts.of("results.none") : Texts.of("results.by-its-name", name);
        }

        @Override
        public String toString(String column) {
            return column == null || column.equals(ImportForm.BY_NAME) ? found : column;
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
