package org.maferstudio.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.expression.Expression;
import org.maferstudio.image.Picture;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.parts.Buttons;
import org.maferstudio.ui.parts.ScreenPicture;

/** Shows faces of each number and asks which expression it is. */
final class NumberQuestionPane extends ScrollPane {
    private static final double SIDE = 56;

    NumberQuestionPane(NumberQuestion question, DatasetsViewModel model) {
        getStyleClass().add("number-question");
        setFitToWidth(true);
        Label heading = new Label(Texts.of("datasets.which-number-is-which-expression"));
        heading.getStyleClass().add(Styles.TITLE_3);
        Label why = new Label(Texts.of(
                "datasets.the-classes-of-are-only-numbers",
                ShelfLines.ofPaths(question.source().line())));
        why.setWrapText(true);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("number-grid");
        for (int row = 0; row < question.lines().size(); row++) {
            add(grid, row, question.lines().get(row));
        }
        Button open = Buttons.primary(Texts.of("datasets.open-with-these-classes"), Feather.CHECK, model::answer);
        open.disableProperty().bind(question.answeredProperty().not());
        HBox buttons =
                new HBox(open, Buttons.secondary(Texts.of("datasets.cancel"), Feather.X, model::dismissQuestion));
        buttons.getStyleClass().add("form-row");
        VBox page = new VBox(heading, why);
        question.suggestion().ifPresent(order -> {
            Label known = new Label(Texts.of("datasets.often-but-not-always", order));
            known.setWrapText(true);
            known.getStyleClass().add(Styles.TEXT_MUTED);
            page.getChildren()
                    .addAll(
                            known,
                            Buttons.secondary(
                                    Texts.of("datasets.fill-this-order-in"), Feather.LIST, question::takeSuggestion));
        });
        page.getChildren().addAll(grid, buttons);
        page.getStyleClass().add("number-page");
        setContent(page);
    }

    private static void add(GridPane grid, int row, NumberQuestion.Line line) {
        Label number = new Label(String.valueOf(line.number()));
        number.getStyleClass().add(Styles.TITLE_4);
        ComboBox<Expression> choice = new ComboBox<>();
        choice.getItems().setAll(Expression.values());
        choice.setConverter(new Titles());
        choice.setPromptText(Texts.of("datasets.choose"));
        choice.setAccessibleText(Texts.of("datasets.expression-of-number", line.number()));
        choice.valueProperty().bindBidirectional(line.answer());
        grid.addRow(row, number, faces(line.examples()), choice);
    }

    private static HBox faces(List<Picture> examples) {
        HBox faces = new HBox();
        faces.getStyleClass().add("sample-versions");
        for (Picture example : examples) {
            ImageView view = new ImageView(ScreenPicture.of(example));
            view.setFitWidth(SIDE);
            view.setFitHeight(SIDE);
            view.setPreserveRatio(true);
            faces.getChildren().add(view);
        }
        return faces;
    }

    private static final class Titles extends StringConverter<Expression> {
        @Override
        public String toString(Expression expression) {
            return expression == null ? "" : expression.title();
        }

        @Override
        public Expression fromString(String text) {
            throw new UnsupportedOperationException("expressions are chosen, not typed");
        }
    }
}
