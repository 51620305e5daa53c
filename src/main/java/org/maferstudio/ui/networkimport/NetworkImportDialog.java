package org.maferstudio.ui.networkimport;

import atlantafx.base.controls.Message;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.OnnxValue;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.controls.PaneDialog;
import org.maferstudio.ui.controls.WrappingText;

/** Asks how a network of another program is to be used, and shows at once what it makes of images. */
public final class NetworkImportDialog {
    private final NetworkImportViewModel model;
    private final PaneDialog dialog;

    /** Creates the view. */
    public NetworkImportDialog(NetworkImportViewModel model) {
        this.model = model;
        Button save = Buttons.primary(Texts.of("networkimport.import"), Feather.LOG_IN, model::save);
        save.setId("network-import-save");
        save.disableProperty().bind(model.readyExpression().not());
        ContractFields fields = new ContractFields(model);
        dialog = new PaneDialog(Texts.of("networkimport.title"), left(), fields.node(), save, model.openProperty());
        dialog.getStyleClass().add("network-import");
        dialog.note(missing());
    }

    /** Its node, which lies above a pane. */
    public Node node() {
        return dialog;
    }

    private StringBinding missing() {
        return Bindings.createStringBinding(
                () -> model.importingProperty().get() ? Texts.of("networkimport.importing") : model.missing(),
                model.form().missingProperty(),
                model.nameProperty(),
                model.importingProperty());
    }

    private Region left() {
        VBox sections = new VBox(
                shownIf(
                        model.fileProperty().isNotNull(),
                        new VBox(heading(Texts.of("networkimport.file.heading")), file())),
                shownIf(
                        model.fileProperty().isNotNull(),
                        new VBox(
                                heading(Texts.of("networkimport.images.heading")),
                                new CheckImagesPane(
                                        model.images(),
                                        model.form().contractProperty().isNotNull()))));
        sections.getStyleClass().add("network-import-sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        // Above what scrolls: an import that fails is to be seen wherever its user is.
        Message problem = Messages.problem(model.problemProperty());
        VBox.setMargin(problem, new Insets(8));
        // Below it: the check and its result are to be seen beside the images.
        VBox check = shownIf(
                model.check().datasetOpenProperty().and(model.fileProperty().isNotNull()),
                new VBox(datasetHeading(), new DatasetCheckPane(model.check())));
        check.getStyleClass().add("network-import-check");
        check.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(problem, scroll, check);
    }

    /** Each input and output with its shape. */
    private Node file() {
        Label summary = words("");
        summary.getStyleClass().add(Styles.TEXT_MUTED);
        GridPane values = new GridPane();
        values.getStyleClass().add("network-import-values");
        model.fileProperty().subscribe(read -> {
            values.getChildren().clear();
            if (read != null) {
                summary.setText(summary(read));
                addValue(values, Texts.of("networkimport.file.input"), read.input());
                read.outputs().forEach(output -> addValue(values, Texts.of("networkimport.file.output"), output));
            }
        });
        VBox file = new VBox(summary, values);
        file.getStyleClass().add("network-import-lines");
        return file;
    }

    private static String summary(OnnxFile file) {
        return Texts.of(
                "networkimport.file.summary",
                file.path().getFileName(),
                file.producer().isEmpty() ? Texts.of("networkimport.file.unknownProducer") : file.producer(),
                file.opset(),
                file.operations(),
                file.weights() / 1e6);
    }

    private static void addValue(GridPane values, String kind, OnnxValue value) {
        Label name = WrappingText.tipped(new Label(Printable.line(value.name())));
        name.getStyleClass().add(Styles.TEXT_BOLD);
        name.setMinWidth(0);
        Label shape = new Label(value.described());
        shape.setMinWidth(Region.USE_PREF_SIZE);
        Label what = new Label(kind);
        what.setMinWidth(Region.USE_PREF_SIZE);
        what.getStyleClass().add(Styles.TEXT_MUTED);
        values.addRow(values.getRowCount(), what, name, shape);
    }

    private Label datasetHeading() {
        Label heading = heading("");
        heading.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.of(
                                "networkimport.check.heading",
                                model.check().datasetNameProperty().get()),
                        model.check().datasetNameProperty()));
        return heading;
    }

    /** A line that takes no space while it is empty. */
    static Label line(ObservableValue<String> text) {
        Label line = words("");
        line.textProperty().bind(text);
        line.visibleProperty().bind(line.textProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    /**
     * What to beware of; takes no space while it is empty. In a column that scrolls, a {@link Messages} bar would reserve
     * the height of its text in one narrow column.
     */
    static Label warning(ObservableValue<String> text) {
        Label warning = line(text);
        warning.setGraphic(new Icon(Feather.ALERT_TRIANGLE));
        warning.getStyleClass().add("network-import-warning");
        return warning;
    }

    /** A line of less weight. */
    static Label muted(String text) {
        Label muted = words(text);
        muted.getStyleClass().add(Styles.TEXT_MUTED);
        return muted;
    }

    /** A node that takes no space while it is hidden. */
    static <N extends Node> N shownIf(ObservableBooleanValue condition, N node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
        if (node instanceof VBox section) {
            section.getStyleClass().add("network-import-section");
        }
        return node;
    }

    private static Label words(String text) {
        return WrappingText.wrapped(new Label(text));
    }

    private static Label heading(String text) {
        Label heading = words(text);
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        return heading;
    }
}
