package org.maferstudio.ui.settings;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.live.FaceDetectorChoice;
import org.maferstudio.settings.Settings;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.workbench.Preferences;

/** The face detector of the live view: the included cascade, or the user's YuNet model. */
public final class DetectorChoice {
    private final Preferences preferences;
    private final FileDialogs dialogs;
    private final Jobs jobs;
    private final ReadOnlyStringWrapper model = new ReadOnlyStringWrapper(this, "model", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

    DetectorChoice(Preferences preferences, FileDialogs dialogs, Jobs jobs) {
        this.preferences = preferences;
        this.dialogs = dialogs;
        this.jobs = jobs;
        update(preferences.get());
        preferences.settingsProperty().addListener((property, old, now) -> update(now));
    }

    private void update(Settings now) {
        model.set(now.faceModel());
    }

    /** The model's file; empty for the cascade. */
    public ReadOnlyStringProperty modelProperty() {
        return model.getReadOnlyProperty();
    }

    /** Why a file cannot be used; empty if there is no problem. */
    public StringProperty problemProperty() {
        return problem;
    }

    /** Asks for a model's file, tests it, and saves it if it detects nothing in a black image. */
    public void choose() {
        List<Path> chosen = dialogs.chooseFiles(Texts.of("settings.detector.dialog.title"), List.of("onnx"));
        if (chosen.isEmpty()) {
            return;
        }
        Path file = chosen.get(0).toAbsolutePath();
        problem.set("");
        jobs.start(JobPlan.<Path>of(Texts.of("settings.detector.job"), progress -> {
                    FaceDetectorChoice.yuNet(file).check();
                    return file;
                })
                .onDone(tried -> preferences.change(s -> s.withFaceModel(tried.toString())))
                .onProblem(why -> problem.set(why.getMessage())));
    }

    /** Uses the cascade again. */
    public void forget() {
        problem.set("");
        preferences.change(s -> s.withFaceModel(""));
    }
}
