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
        var keep = Buttons.primary("Import", Feather.LOG_IN, form::keep);
        keep.disableProperty().bind(form.readyExpression().not());
        sheet = new Sheet("Results of another program", understood(figures), fields(), keep, form.openProperty());
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
        VBox read = new VBox(heading("So it is understood: rows are the truth"), matrix, notes);
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
                    return org.maferstudio.job.Counted.of(predictions.rows().size(), "sample")
                            + ", classes in this order: "
                            + String.join(", ", predictions.labels().names()) + ".\n"
                            + String.join("\n", found.notes())
                            + (form.problemProperty().get().isEmpty()
                                    ? ""
                                    : "\n" + form.problemProperty().get());
                },
                form.foundProperty(),
                form.problemProperty());
    }

    private VBox fields() {
        BooleanBinding table = form.kindProperty().isEqualTo(ImportKind.PREDICTIONS);
        VBox columns = new VBox(
                column("Truth", "The column of the true class, such as gt_label", ForeignTable.Column.LABEL),
                column("Prediction", "The column of what the network said", ForeignTable.Column.PREDICTED),
                column(
                        "Sample",
                        "The column of the picture's name; rows are numbered without",
                        ForeignTable.Column.SAMPLE),
                column("Group", "The column of the person or the video; may be missing", ForeignTable.Column.GROUP));
        columns.getStyleClass().add("form-section");
        columns.visibleProperty().bind(table);
        columns.managedProperty().bind(table);
        VBox rows = group(
                "The rows of the matrix are",
                new Segments<>(
                        FXCollections.observableArrayList(ForeignMatrix.Rows.values()),
                        each -> each == ForeignMatrix.Rows.TRUTH ? "The truth" : "What was predicted",
                        form.rowsProperty()));
        rows.visibleProperty().bind(table.not());
        rows.managedProperty().bind(table.not());
        TextField classes = text(form.classesProperty());
        classes.setPromptText("As the file names them");
        return new VBox(
                group(
                        "The file holds",
                        new Segments<>(
                                FXCollections.observableArrayList(ImportKind.values()),
                                ImportKind::title,
                                form.kindProperty())),
                columns,
                rows,
                new FormField(
                        "Classes",
                        "In the order of the numbers from the smallest on, or of the rows; only where the file does not"
                                + " name them",
                        classes),
                orders(),
                FormField.row(
                        new FormField("Split", "What was predicted", split()),
                        new FormField("Resolution", "native, or pixels such as 16", text(form.resolutionProperty()))),
                targets());
    }

    private Node targets() {
        ComboBox<ImportForm.Target> target = new ComboBox<>(form.targets());
        target.valueProperty().bindBidirectional(form.targetProperty());
        FormField name = new FormField("Name", "What the experiment will be called", text(form.nameProperty()));
        name.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !ImportForm.Target.NEW.equals(
                                form.targetProperty().get()),
                        form.targetProperty()));
        FormField to = new FormField(
                "Import as", "One experiment may hold a network's results at several resolutions", target);
        FormField dataset = new FormField(
                "Dataset",
                "What the network was asked about, such as FER2013: then the paper's numbers can stand beside",
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
        MenuButton orders = new MenuButton("Usual orders");
        orders.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        orders.getItems()
                .addAll(
                        order("FER2013: 0 to 6", LabelSet.fer2013().names()),
                        order("RAF-DB: 1 to 7", LabelSet.rafdb().names()),
                        order(
                                "Oulu-CASIA folders, alphabetical",
                                List.of("anger", "disgust", "fear", "happiness", "sadness", "surprise")),
                        order(
                                "AffectNet: 0 to 7",
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
                                "All eight expressions",
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
            found = name == null ? "None" : name + " (by its name)";
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
