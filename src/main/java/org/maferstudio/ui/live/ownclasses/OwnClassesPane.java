package org.maferstudio.ui.live.ownclasses;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.ownclasses.OwnClassifier;
import org.maferstudio.ownclasses.TrainedAt;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.controls.WrappingText;

/** The panel of the user's own classes: a card per class, then training, held-out accuracy, and saving. */
public final class OwnClassesPane extends BorderPane {
    private final OwnClassesViewModel model;
    private final VBox cards = new VBox();
    private final List<ClassCard> shown = new ArrayList<>();
    private final AccuracyTable accuracy = new AccuracyTable();

    /** Creates the panel. */
    public OwnClassesPane(OwnClassesViewModel model) {
        this.model = model;
        getStyleClass().add("own-classes");
        Label title = new Label(Texts.of("ownclasses.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        Button close = Buttons.icon(Feather.X, Texts.of("ownclasses.close"), () -> model.openProperty()
                .set(false));
        HBox head = new HBox(title, new Spacer(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("own-classes-head");
        setTop(head);
        cards.getStyleClass().add("own-classes-cards");
        VBox content = new VBox(intro(), cards, addButton(), evaluation(), saving());
        content.getStyleClass().add("own-classes-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("live-scroll");
        setCenter(scroll);
        Node training = training();
        training.getStyleClass().add("own-classes-foot");
        setBottom(training);
        setMinHeight(0);
        visibleProperty().bind(model.openProperty());
        managedProperty().bind(visibleProperty());
        model.classes().list().addListener((ListChangeListener<OwnClassModel>) change -> arrange());
        model.changesProperty().addListener(property -> showTrained());
        model.staleProperty().addListener(property -> showTrained());
        model.probabilitiesProperty().addListener((property, old, now) -> showBars(now));
        arrange();
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return WrappingText.wrapped(label);
    }

    private static Node intro() {
        return muted(Texts.of("ownclasses.intro"));
    }

    private Button addButton() {
        Button add = Buttons.secondary(Texts.of("ownclasses.add"), Feather.PLUS, model.classes()::add);
        add.setId("own-class-add");
        add.disableProperty().bind(Bindings.size(model.classes().list()).greaterThanOrEqualTo(CollectedClasses.MOST));
        return add;
    }

    private Node training() {
        Button train = Buttons.primary(Texts.of("ownclasses.train"), Feather.PLAY, model::train);
        train.setId("own-train");
        train.disableProperty().bind(model.busyProperty());
        train.setMinWidth(Region.USE_PREF_SIZE);
        CheckBox all = new CheckBox(Texts.of("ownclasses.train.all"));
        all.setId("own-all-resolutions");
        all.setTooltip(new Tooltip(Texts.of("ownclasses.train.all.tooltip")));
        all.setSelected(model.trainedAtProperty().get() == TrainedAt.ALL);
        all.setWrapText(true);
        all.selectedProperty().addListener((property, old, now) -> model.trainedAtProperty()
                .set(now ? TrainedAt.ALL : TrainedAt.NATIVE));
        model.trainedAtProperty().addListener((property, old, now) -> all.setSelected(now == TrainedAt.ALL));
        Label status = muted("");
        status.textProperty().bind(model.statusProperty());
        status.managedProperty().bind(status.textProperty().isNotEmpty());
        HBox row = new HBox(train, all);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("own-classes-row");
        Label stale = muted(Texts.of("ownclasses.train.stale"));
        stale.visibleProperty().bind(model.staleProperty());
        stale.managedProperty().bind(stale.visibleProperty());
        VBox box = new VBox(row, Messages.problem(model.problemProperty()), status, stale);
        box.getStyleClass().add("own-classes-section");
        return box;
    }

    private Node evaluation() {
        Label how = muted("");
        CheckBox live = new CheckBox(Texts.of("ownclasses.show"));
        live.setWrapText(true);
        live.selectedProperty().bindBidirectional(model.shownProperty());
        VBox box = new VBox(live, accuracy, how);
        box.getStyleClass().add("own-classes-section");
        afterTraining(box);
        model.trainedProperty().addListener((property, old, now) -> {
            boolean evaluated = now != null && now.evaluated();
            how.setText(Texts.of("ownclasses.accuracy.how"));
            if (!evaluated) {
                how.setText(Texts.of("ownclasses.accuracy.none"));
            }
            accuracy.setVisible(evaluated);
            accuracy.setManaged(evaluated);
        });
        return box;
    }

    private Node saving() {
        TextField name = new TextField();
        name.setId("own-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setAccessibleText(Texts.of("ownclasses.save.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button save = Buttons.secondary(Texts.of("ownclasses.save"), Feather.SAVE, model::save);
        save.setId("own-save");
        save.disableProperty().bind(model.busyProperty());
        save.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(name, save);
        row.getStyleClass().add("own-classes-row");
        CheckBox faces = new CheckBox(Texts.of("ownclasses.save.faces"));
        faces.selectedProperty().bindBidirectional(model.withFacesProperty());
        faces.setWrapText(true);
        Button open = new Button(Texts.of("ownclasses.save.show"), new Icon(Feather.BAR_CHART_2));
        open.setOnAction(event -> model.showSaved());
        open.visibleProperty().bind(model.savedProperty().isNotNull());
        open.managedProperty().bind(open.visibleProperty());
        VBox box = new VBox(row, faces, open);
        box.getStyleClass().add("own-classes-section");
        afterTraining(box);
        return box;
    }

    private void afterTraining(Node node) {
        node.visibleProperty().bind(model.trainedProperty().isNotNull());
        node.managedProperty().bind(node.visibleProperty());
    }

    private void arrange() {
        shown.clear();
        for (int i = 0; i < model.classes().list().size(); i++) {
            shown.add(new ClassCard(model.classes().list().get(i), model, i + 1));
        }
        cards.getChildren().setAll(shown);
        showTrained();
    }

    /** Colours are those of the live view; a class whose name has changed since the training has no bar. */
    private void showTrained() {
        TrainedClasses trained = model.trainedProperty().get();
        if (trained != null) {
            accuracy.show(trained, model.trainedAtProperty().get());
        }
        LabelSet labels = trained == null ? null : trained.labels();
        List<String> networks = trained == null
                ? List.of()
                : trained.classifiers().stream().map(OwnClassifier::title).toList();
        for (int i = 0; i < shown.size(); i++) {
            int label = labels == null ? -1 : label(i, labels);
            String hex = label < 0 ? "-color-border-default" : Palette.hex(Palette.of(labels, label));
            shown.get(i).show(hex, label < 0 || !model.shownProperty().get() ? List.of() : networks);
        }
    }

    private int label(int card, LabelSet labels) {
        String name = model.classes().list().get(card).nameProperty().get();
        return name == null ? -1 : labels.indexOf(name.strip());
    }

    private void showBars(List<double[]> probabilities) {
        TrainedClasses trained = model.trainedProperty().get();
        if (trained == null) {
            return;
        }
        for (int i = 0; i < shown.size(); i++) {
            int label = label(i, trained.labels());
            for (int network = 0; network < probabilities.size() && label >= 0; network++) {
                double[] values = probabilities.get(network);
                shown.get(i).show(network, label < values.length ? values[label] : 0);
            }
        }
    }
}
