package org.maferstudio.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.Icon;

/** The issues by topic: title, advice, and a button that shows the images. */
final class IssueList extends VBox {
    private static final int LISTED = 8;

    private final DatasetsViewModel model;
    private final Label heading = new Label(Texts.of("datasets.issues.title"));
    private final VBox topics = new VBox();

    IssueList(DatasetsViewModel model) {
        this.model = model;
        getStyleClass().add("issue-list");
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        topics.getStyleClass().add("issue-topics");
        ScrollPane scroll = new ScrollPane(topics);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(heading, scroll);
        model.topics().addListener((ListChangeListener<IssueTopic>) change -> fill());
        model.diagnosisProperty().addListener((property, old, now) -> fill());
        fill();
    }

    private void fill() {
        topics.getChildren().clear();
        model.topics().forEach(topic -> topics.getChildren().add(line(topic)));
        if (topics.getChildren().isEmpty()) {
            Label none = new Label(
                    model.diagnosisProperty().get() == null
                            ? Texts.of("datasets.issues.pending")
                            : Texts.of("datasets.issues.none"));
            none.setWrapText(true);
            none.getStyleClass().add(Styles.TEXT_MUTED);
            topics.getChildren().add(none);
        }
    }

    private VBox line(IssueTopic topic) {
        Icon icon = new Icon(
                switch (topic.weight()) {
                    case DAMAGE -> Feather.X_CIRCLE;
                    case WARNING -> Feather.ALERT_TRIANGLE;
                    case NOTE -> Feather.INFO;
                });
        icon.getStyleClass().add("issue-" + topic.weight().name().toLowerCase(Locale.ROOT));
        Label title = new Label(topic.title());
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label count = new Label(Numbers.count(topic.findings().size()));
        count.getStyleClass().add(Styles.TEXT_MUTED);
        count.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(icon, title, count);
        head.getStyleClass().add("issue-head");
        head.setAlignment(Pos.CENTER_LEFT);
        if (!topic.samples().isEmpty()) {
            Button show = Buttons.icon(
                    Feather.IMAGE, Texts.of("datasets.issues.show", topic.title()), () -> model.show(topic));
            show.getStyleClass().addAll(Styles.SMALL, "show");
            head.getChildren().add(show);
        }
        VBox line = new VBox(head, muted(topic.advice()));
        line.getStyleClass().add("issue");
        if (topic.weight() == IssueTopic.Weight.DAMAGE || topic.samples().isEmpty()) {
            texts(topic.findings(), line);
        }
        return line;
    }

    private static void texts(List<DatasetIssue> findings, VBox line) {
        findings.stream().limit(LISTED).forEach(finding -> line.getChildren().add(muted("• " + finding.text())));
        if (findings.size() > LISTED) {
            line.getChildren().add(muted(Texts.of("datasets.issues.more", findings.size() - LISTED)));
        }
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        return label;
    }
}
