package org.maferstudio.ui.networkimport;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.image.Kernel;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.network.input.InputContract.Colour;
import org.maferstudio.network.onnx.OnnxContract.Layout;
import org.maferstudio.network.onnx.OnnxPreset;
import org.maferstudio.network.onnx.Scaling;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.Titles;

/** The fields of a contract. */
final class ContractFields {
    private final NetworkImportViewModel model;
    private final ContractForm form;
    private final VBox fields;

    ContractFields(NetworkImportViewModel model) {
        this.model = model;
        form = model.form();
        TextField name = new TextField();
        name.setId("network-import-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        fields = new VBox(
                sources(),
                labels(),
                outputs(),
                new FormField(
                        Texts.of("networkimport.form.colour.label"),
                        Texts.of("networkimport.form.colour.help"),
                        choice("colour", Colour.values(), ContractFields::title, form.colourProperty())),
                new FormField(
                        Texts.of("networkimport.form.layout.label"),
                        Texts.of("networkimport.form.layout.help"),
                        choice("layout", Layout.values(), ContractFields::title, form.layoutProperty())),
                FormField.row(
                        number(
                                Texts.of("networkimport.form.size.label"),
                                Texts.of("networkimport.form.size.help"),
                                form.size()),
                        number(
                                Texts.of("networkimport.form.resize.label"),
                                Texts.of("networkimport.form.resize.help"),
                                form.resize())),
                new FormField(
                        Texts.of("networkimport.form.kernel.label"),
                        Texts.of("networkimport.form.kernel.help"),
                        choice("kernel", Kernel.values(), Kernel::id, form.kernelProperty())),
                new FormField(
                        Texts.of("networkimport.form.scaling.label"),
                        Texts.of("networkimport.form.scaling.help"),
                        choice("scaling", Scaling.values(), Scaling::title, form.scalingProperty())),
                typed(
                        Texts.of("networkimport.form.mean.label"),
                        Texts.of("networkimport.form.mean.help"),
                        "",
                        form.mean()),
                FormField.row(
                        number(
                                Texts.of("networkimport.form.scale.label"),
                                Texts.of("networkimport.form.scale.help"),
                                form.scale()),
                        typed(
                                Texts.of("networkimport.form.std.label"),
                                Texts.of("networkimport.form.std.help"),
                                Texts.of("networkimport.form.std.prompt"),
                                form.std())),
                new FormField(
                        Texts.of("networkimport.form.alignment.label"),
                        Texts.of("networkimport.form.alignment.help"),
                        choice("alignment", Alignment.values(), ContractFields::title, form.alignmentProperty())),
                FormField.row(
                        number(
                                Texts.of("networkimport.form.margin.label"),
                                Texts.of("networkimport.form.margin.help"),
                                form.margin()),
                        number(
                                Texts.of("networkimport.form.aspect.label"),
                                Texts.of("networkimport.form.aspect.help"),
                                form.aspect())),
                new FormField(
                        Texts.of("networkimport.form.name.label"), Texts.of("networkimport.form.name.help"), name));
        fields.disableProperty().bind(model.fileProperty().isNull().or(model.importingProperty()));
    }

    VBox node() {
        return fields;
    }

    /** Where a contract may come from, and where it may go. */
    private Node sources() {
        MenuButton presets = new MenuButton(Texts.of("networkimport.preset.label"), new Icon(Feather.BOOK));
        presets.setId("network-import-presets");
        for (OnnxPreset preset : OnnxPreset.values()) {
            MenuItem item = new MenuItem(preset.title());
            item.setOnAction(event -> model.usePreset(preset));
            presets.getItems().add(item);
        }
        Button load = new Button(Texts.of("networkimport.contract.load"));
        load.setOnAction(event -> model.loadContract());
        Button save = new Button(Texts.of("networkimport.contract.save"));
        save.setOnAction(event -> model.saveContract());
        save.disableProperty().bind(form.contractProperty().isNull());
        FlowPane buttons = new FlowPane(presets, load, save);
        buttons.getStyleClass().add("network-import-sources");
        Label note = NetworkImportDialog.line(model.noteProperty());
        note.setId("network-import-note");
        VBox sources = new VBox(
                NetworkImportDialog.shownIf(
                        model.noteProperty().isEmpty(),
                        NetworkImportDialog.muted(Texts.of("networkimport.contract.about"))),
                buttons,
                note);
        sources.getStyleClass().add("dialog-field");
        return sources;
    }

    private Node labels() {
        FormField labels = typed(
                Texts.of("networkimport.form.labels.label"),
                Texts.of("networkimport.form.labels.help"),
                Texts.of("networkimport.form.labels.prompt"),
                form.labels());
        MenuButton orders = new MenuButton(Texts.of("networkimport.form.orders"));
        orders.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        for (int size : new int[] {7, 8, 6}) {
            for (ClassOrder order : ClassOrder.ofSize(size)) {
                MenuItem item = new MenuItem(Texts.of(
                        "networkimport.form.order",
                        order.labels().size(),
                        order.name(),
                        String.join(", ", order.labels().names())));
                item.setOnAction(event -> form.useOrder(order.labels().names()));
                orders.getItems().add(item);
            }
        }
        VBox all = new VBox(labels, orders, NetworkImportDialog.warning(form.classesWarning()));
        all.getStyleClass().add("dialog-field");
        return all;
    }

    private Node outputs() {
        VBox rows = new VBox();
        rows.getStyleClass().add("network-import-outputs");
        form.outputs().addListener((ListChangeListener<OutputRow>) change -> show(rows));
        show(rows);
        return rows;
    }

    private void show(VBox rows) {
        rows.getChildren().setAll(form.outputs().stream().map(this::row).toList());
    }

    private Node row(OutputRow row) {
        ComboBox<OutputRole> role = choice("role", OutputRole.values(), OutputRole::toString, row.roleProperty());
        role.getStyleClass().add("network-import-role");
        FormField what = new FormField(
                Texts.of("networkimport.form.output", Printable.line(row.name())),
                Texts.of("networkimport.form.output.help"),
                role);
        HBox.setHgrow(what, Priority.ALWAYS);
        boolean part = form.outputs().indexOf(row) > 0
                && form.outputs().get(form.outputs().indexOf(row) - 1).name().equals(row.name());
        Button split = part
                ? Buttons.icon(Feather.MINUS, Texts.of("networkimport.form.output.join"), () -> form.join(row))
                : Buttons.icon(Feather.PLUS, Texts.of("networkimport.form.output.split"), () -> form.split(row));
        HBox first = new HBox(what, split);
        first.setAlignment(Pos.BOTTOM_LEFT);
        first.getStyleClass().add("form-row");
        FormField columns = typed(
                Texts.of("networkimport.form.columns.label"),
                Texts.of("networkimport.form.columns.help"),
                Texts.of("networkimport.form.columns.prompt"),
                row.columns());
        FormField values = typed(
                Texts.of("networkimport.form.values.label"),
                Texts.of("networkimport.form.values.help"),
                Texts.of("networkimport.form.values.prompt"),
                row.values());
        HBox details = FormField.row(columns, values);
        NetworkImportDialog.shownIf(row.roleProperty().isEqualTo(OutputRole.VALUES), values);
        NetworkImportDialog.shownIf(
                row.roleProperty().isNotNull().and(row.roleProperty().isNotEqualTo(OutputRole.UNUSED)), columns);
        details.visibleProperty().bind(columns.visibleProperty());
        details.managedProperty().bind(columns.visibleProperty());
        VBox all = new VBox(first, details);
        all.getStyleClass().add("dialog-field");
        return all;
    }

    private static FormField number(String label, String help, ParsedText<? extends Number> typed) {
        return FormField.number(label, help, typed.textProperty(), typed.messageProperty());
    }

    private static FormField typed(String label, String help, String prompt, ParsedText<?> typed) {
        TextField text = new TextField();
        text.setPromptText(prompt);
        text.textProperty().bindBidirectional(typed.textProperty());
        FormField field = new FormField(label, help, text);
        field.bindMessage(typed.messageProperty());
        field.setMinWidth(Region.USE_COMPUTED_SIZE);
        return field;
    }

    private static <T> ComboBox<T> choice(String id, T[] values, Function<T, String> title, ObjectProperty<T> chosen) {
        ComboBox<T> choice = new ComboBox<>(FXCollections.observableArrayList(List.copyOf(Arrays.asList(values))));
        choice.setId("network-import-" + id);
        choice.setPromptText(Texts.of("networkimport.form.choose"));
        choice.setConverter(Titles.of(title));
        choice.valueProperty().bindBidirectional(chosen);
        return choice;
    }

    private static String title(Colour colour) {
        return switch (colour) {
            case GREY -> Texts.of("networkimport.colour.grey");
            case GREY_AS_RGB -> Texts.of("networkimport.colour.greyAsRgb");
            case RGB -> Texts.of("networkimport.colour.rgb");
            case BGR -> Texts.of("networkimport.colour.bgr");
        };
    }

    private static String title(Layout layout) {
        return switch (layout) {
            case NCHW -> Texts.of("networkimport.layout.nchw");
            case NHWC -> Texts.of("networkimport.layout.nhwc");
        };
    }

    private static String title(Alignment alignment) {
        return switch (alignment) {
            case NONE -> Texts.of("networkimport.alignment.none");
            case EYES -> Texts.of("networkimport.alignment.eyes");
            case FIVE_POINT -> Texts.of("networkimport.alignment.fivePoint");
        };
    }
}
