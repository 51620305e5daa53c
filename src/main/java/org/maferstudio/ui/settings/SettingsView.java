package org.maferstudio.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.settings.Settings;
import org.maferstudio.ui.parts.Buttons;
import org.maferstudio.ui.parts.FormField;
import org.maferstudio.ui.parts.PaneView;

/** The pane of settings: appearance, folders, threads. */
public final class SettingsView implements PaneView {
    private final ScrollPane root = new ScrollPane();

    /** The settings over their model. */
    public SettingsView(SettingsViewModel model) {
        root.getStyleClass().add("settings");
        root.setFitToWidth(true);
        VBox page = new VBox(appearance(model), work(model));
        page.getStyleClass().add("settings-page");
        root.setContent(page);
    }

    @Override
    public Node node() {
        return root;
    }

    private static VBox appearance(SettingsViewModel model) {
        ComboBox<Settings.Theme> theme = new ComboBox<>();
        theme.getItems().setAll(Settings.Theme.values());
        theme.setConverter(new ThemeNames());
        theme.valueProperty().bindBidirectional(model.themeProperty());
        return section(
                "Appearance",
                FormField.row(
                        new FormField("Theme", "Ctrl+Shift+D changes between light and dark.", theme),
                        FormField.number(
                                "Size of letters", "px", "The whole window grows with them.", model.fontSize())));
    }

    private static VBox work(SettingsViewModel model) {
        TextField folder = new TextField();
        folder.setEditable(false);
        folder.textProperty().bind(model.workspaceProperty());
        FormField field = new FormField("Folder for experiments", "Takes effect at the next start.", folder);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(field, Buttons.secondary("Change…", Feather.FOLDER, model::chooseWorkspace));
        line.getStyleClass().addAll("form-row", "form-row-bottom");
        return section(
                "Work",
                line,
                FormField.row(
                        FormField.number(
                                "Threads",
                                "0: all cores",
                                "For training and prediction. Takes effect at the next start.",
                                model.threads()),
                        new FormField("", "", new Label())));
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
            if (theme == null || theme == Settings.Theme.SYSTEM) {
                return "As the system";
            }
            String name = theme.name();
            return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
        }

        @Override
        public Settings.Theme fromString(String text) {
            throw new UnsupportedOperationException("themes are chosen, not typed");
        }
    }
}
