package org.maferstudio.ui.settings;

import atlantafx.base.controls.Message;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.settings.Settings;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.workbench.EngineInfo;
import org.maferstudio.ui.workbench.PaneView;

/** The pane of settings: appearance, folders, threads. */
public final class SettingsView implements PaneView {
    private static final int SETUP_ROWS = 3;

    private final ScrollPane root = new ScrollPane();
    private final EngineChecks checks;

    /** The settings pane over its view model and the checks of the engine. */
    public SettingsView(SettingsViewModel model, EngineChecks checks) {
        this.checks = checks;
        model.engineProperty().addListener((property, old, loaded) -> checks.update());
        model.testedProperty().addListener((property, old, tested) -> checks.update());
        root.getStyleClass().add("settings");
        root.setFitToWidth(true);
        VBox page = new VBox(appearance(model), work(model), engine(model, checks), cluster(model), about(model));
        page.getStyleClass().add("settings-page");
        root.setContent(page);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        checks.update();
    }

    private static VBox appearance(SettingsViewModel model) {
        ComboBox<Settings.Theme> theme = new ComboBox<>();
        theme.getItems().setAll(Settings.Theme.values());
        theme.setConverter(new ThemeNames());
        theme.valueProperty().bindBidirectional(model.themeProperty());
        return section(
                Texts.of("settings.appearance.title"),
                FormField.row(
                        new FormField(
                                Texts.of("settings.appearance.theme.label"),
                                Texts.of("settings.appearance.theme.help"),
                                theme),
                        FormField.number(
                                Texts.of("settings.appearance.fontSize.label"),
                                "px",
                                Texts.of("settings.appearance.fontSize.help"),
                                model.fontSize())));
    }

    private static VBox work(SettingsViewModel model) {
        TextField folder = new TextField();
        folder.setEditable(false);
        folder.textProperty().bind(model.workspaceProperty());
        FormField field =
                new FormField(Texts.of("settings.work.folder.label"), Texts.of("settings.work.folder.help"), folder);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(
                field,
                Buttons.secondary(Texts.of("settings.work.folder.change"), Feather.FOLDER, model::chooseWorkspace));
        line.getStyleClass().addAll("form-row", "form-row-bottom");
        Label later = new Label();
        later.setWrapText(true);
        later.textProperty()
                .bind(model.workspaceProperty()
                        .map(saved -> model.otherInUse().isEmpty()
                                ? Texts.of("settings.work.restart")
                                : Texts.of("settings.work.restartInUse", model.otherInUse())));
        later.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return section(
                Texts.of("settings.work.title"),
                line,
                half(FormField.number(
                        Texts.of("settings.work.threads.label"),
                        Texts.of("settings.work.threads.unit"),
                        Texts.of("settings.work.threads.help"),
                        model.threads())),
                later);
    }

    private static VBox engine(SettingsViewModel model, EngineChecks checks) {
        Label lines = new Label();
        lines.setWrapText(true);
        lines.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> describe(model.engineProperty().get()), model.engineProperty()));
        Button test =
                Buttons.secondary(Texts.of("settings.engine.test.button"), Feather.CHECK_CIRCLE, model::testEngine);
        test.setId("test-engine");
        test.disableProperty().bind(model.engineProperty().isNull().or(model.testingProperty()));
        Button choose = Buttons.secondary(Texts.of("settings.engine.torch.button"), Feather.FOLDER, model::chooseTorch);
        choose.setTooltip(new Tooltip(Texts.of("settings.engine.torch.tooltip")));
        choose.disableProperty().bind(model.testingProperty());
        Button forget =
                Buttons.secondary(Texts.of("settings.engine.included.button"), Feather.ROTATE_CCW, model::forgetTorch);
        forget.visibleProperty().bind(model.torchProperty().isNotNull());
        forget.managedProperty().bind(forget.visibleProperty());
        FlowPane buttons = new FlowPane(test, choose, forget);
        buttons.getStyleClass().add("button-flow");
        Label next = new Label();
        next.setWrapText(true);
        next.textProperty()
                .bind(model.torchProperty()
                        .map(torch -> Texts.of("settings.engine.next", torch.libraries()))
                        .orElse(""));
        Label tested = new Label();
        tested.setId("engine-tested");
        tested.setWrapText(true);
        tested.textProperty()
                .bind(Bindings.when(model.testingProperty())
                        .then(Texts.of("settings.engine.test.running"))
                        .otherwise(model.testedProperty()));
        Label checked = new Label();
        checked.setId("engine-checks");
        checked.setWrapText(true);
        checked.textProperty().bind(checks.sentenceProperty());
        for (Label each : List.of(checked, next, tested)) {
            each.visibleProperty().bind(each.textProperty().isNotEmpty());
            each.managedProperty().bind(each.visibleProperty());
        }
        Message problem = Messages.problem(model.problemProperty());
        return section(Texts.of("settings.engine.title"), lines, checked, buttons, tested, next, problem);
    }

    private static VBox cluster(SettingsViewModel model) {
        TextArea setup = new TextArea();
        setup.setPrefRowCount(SETUP_ROWS);
        setup.setPromptText(Texts.of("settings.cluster.setup.prompt"));
        setup.textProperty().bindBidirectional(model.jobSetupProperty());
        return section(
                Texts.of("settings.cluster.title"),
                new FormField(
                        Texts.of("settings.cluster.setup.label"), Texts.of("settings.cluster.setup.help"), setup));
    }

    private static String describe(EngineInfo info) {
        if (info == null) {
            return Texts.of("settings.engine.loading");
        }
        return info.engine() + ", " + info.source() + "\n" + String.join("\n", info.devices())
                + info.whyNotGpu().map(why -> "\n" + why).orElse("");
    }

    private static VBox about(SettingsViewModel model) {
        Label lines = new Label();
        lines.setWrapText(true);
        lines.textProperty()
                .bind(Bindings.createStringBinding(() -> String.join("\n", model.versions()), model.engineProperty()));
        Label licence = new Label(Texts.of("settings.about.license"));
        licence.getStyleClass().add(Styles.TEXT_MUTED);
        licence.setWrapText(true);
        Button report = Buttons.secondary(
                Texts.of("settings.about.report.button"), Feather.COPY, () -> copy(model.errorReport()));
        report.setId("error-report");
        report.setTooltip(new Tooltip(Texts.of("settings.about.report.tooltip")));
        FlowPane buttons = new FlowPane(report);
        buttons.getStyleClass().add("button-flow");
        return section(Texts.of("settings.about.title"), lines, licence, buttons);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static HBox half(FormField field) {
        HBox row = FormField.row(field);
        Spacer space = new Spacer();
        space.setPrefWidth(1);
        row.getChildren().add(space);
        return row;
    }

    private static VBox section(String title, Node... content) {
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_4);
        VBox section = new VBox(heading);
        section.getStyleClass().add("form-section");
        section.getChildren().addAll(content);
        return section;
    }

    private static final class ThemeNames extends StringConverter<Settings.Theme> {
        @Override
        public String toString(Settings.Theme theme) {
            if (theme == null) {
                return Texts.of("settings.appearance.theme.system");
            }
            return switch (theme) {
                case SYSTEM -> Texts.of("settings.appearance.theme.system");
                case LIGHT -> Texts.of("settings.appearance.theme.light");
                case DARK -> Texts.of("settings.appearance.theme.dark");
            };
        }

        @Override
        public Settings.Theme fromString(String text) {
            throw new UnsupportedOperationException("themes are chosen, not typed");
        }
    }
}
