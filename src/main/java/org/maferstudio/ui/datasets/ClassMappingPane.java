package org.maferstudio.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.expression.Expression;
import org.maferstudio.image.RasterImage;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FxImages;
import org.maferstudio.ui.controls.Titles;

/** Shows faces of each unknown class and lets the user choose its expression. */
final class ClassMappingPane extends ScrollPane {
    private static final double SIDE = 56;

    ClassMappingPane(ClassMappingModel question, DatasetsViewModel model) {
        getStyleClass().add("class-question");
        setFitToWidth(true);
        Label heading = new Label(
                question.isNumbered()
                        ? Texts.of("datasets.classes.numbers.title")
                        : Texts.of("datasets.classes.words.title"));
        heading.getStyleClass().add(Styles.TITLE_3);
        String name = question.source().shortText();
        Label why = new Label(
                question.isNumbered()
                        ? Texts.of("datasets.classes.numbers.text", name)
                        : Texts.of("datasets.classes.words.text", name));
        why.setWrapText(true);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("class-grid");
        for (int row = 0; row < question.lines().size(); row++) {
            add(grid, row, question.lines().get(row));
        }
        Button open = Buttons.primary(Texts.of("datasets.classes.open"), Feather.CHECK, model::answer);
        open.disableProperty().bind(question.answeredProperty().not());
        HBox buttons = new HBox(
                open, Buttons.secondary(Texts.of("datasets.classes.cancel"), Feather.X, model::dismissQuestion));
        buttons.getStyleClass().add("form-row");
        VBox page = new VBox(heading, why);
        if (!question.orders().isEmpty()) {
            page.getChildren().add(orders(question));
        }
        page.getChildren().addAll(grid, buttons);
        page.getStyleClass().add("class-page");
        setContent(page);
    }

    private static VBox orders(ClassMappingModel question) {
        Label known = new Label(
                Texts.of("datasets.classes.orders.text", question.lines().size()));
        known.setWrapText(true);
        VBox orders = new VBox(known);
        for (ClassOrder order : question.orders()) {
            Label names = new Label(String.join(", ", order.labels().names()));
            names.getStyleClass().add(Styles.TEXT_MUTED);
            HBox row = new HBox(
                    Buttons.secondary(
                            Texts.of("datasets.classes.orders.apply", order.name()),
                            Feather.LIST,
                            () -> question.apply(order)),
                    names);
            row.getStyleClass().add("form-row");
            orders.getChildren().add(row);
        }
        orders.getStyleClass().add("class-orders");
        return orders;
    }

    private static void add(GridPane grid, int row, ClassMappingModel.Line line) {
        Label word = new Label(line.word());
        word.getStyleClass().add(Styles.TITLE_4);
        ComboBox<Expression> choice = new ComboBox<>();
        choice.getItems().setAll(Expression.values());
        choice.setConverter(Titles.of(Expression::title));
        choice.setPromptText(Texts.of("datasets.classes.choice.prompt"));
        choice.setAccessibleText(Texts.of("datasets.classes.choice.accessible", line.word()));
        choice.valueProperty().bindBidirectional(line.answer());
        choice.disableProperty().bind(line.leftOut());
        CheckBox leaveOut = new CheckBox(Texts.of("datasets.classes.exclude"));
        leaveOut.selectedProperty().bindBidirectional(line.leftOut());
        grid.addRow(row, word, faces(line.examples()), choice, leaveOut);
    }

    private static HBox faces(List<RasterImage> examples) {
        HBox faces = new HBox();
        faces.getStyleClass().add("sample-versions");
        for (RasterImage example : examples) {
            ImageView view = new ImageView(FxImages.of(example));
            view.setFitWidth(SIDE);
            view.setFitHeight(SIDE);
            view.setPreserveRatio(true);
            faces.getChildren().add(view);
        }
        return faces;
    }
}
