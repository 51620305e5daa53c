package org.maferstudio.ui.live;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javax.imageio.ImageIO;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.job.Problem;
import org.maferstudio.live.Recording;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.Jobs;

/** Starts and stops recordings, only on request. */
final class LiveRecorder {
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final StringProperty status;
    private final StringProperty problem;
    private final ObjectProperty<Recording> recording = new SimpleObjectProperty<>(this, "recording");
    private OpenSession recorded;

    LiveRecorder(Jobs jobs, FileDialogs dialogs, StringProperty status, StringProperty problem) {
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.status = status;
        this.problem = problem;
    }

    /** What is being recorded; null for nothing. */
    ObjectProperty<Recording> recordingProperty() {
        return recording;
    }

    /** Asks for a folder and starts recording. */
    void begin(OpenSession showing, String source) {
        dialogs.chooseTarget(Texts.of("live.record.dialog.title"), "live-recording", List.of())
                .ifPresent(folder -> begin(showing, source, folder));
    }

    private void begin(OpenSession showing, String source, Path folder) {
        try {
            Recording begun = Recording.create(folder, source, showing.networks());
            showing.session().setRecording(begun);
            recorded = showing;
            recording.set(begun);
            status.set(Texts.of("live.record.running", folder.getFileName()));
        } catch (Problem failure) {
            problem.set(failure.getMessage());
        }
    }

    /** Ends it, because it cannot go on. */
    void fail(Problem why) {
        problem.set(why.getMessage());
        end();
    }

    /** Ends it, if there is one. */
    void end() {
        Recording ending = recording.get();
        if (ending == null) {
            return;
        }
        recorded.session().setRecording(null);
        recording.set(null);
        jobs.start(
                Texts.of("live.job.finishRecording"),
                progress -> {
                    ending.close();
                    return "";
                },
                done -> status.set(
                        ending.frames() == 0
                                ? Texts.of("live.record.empty")
                                : Texts.of("live.record.saved", ending.folder())));
    }

    /** Asks for a PNG file and saves a snapshot in it. */
    void saveSnapshot(Supplier<BufferedImage> snapshot) {
        dialogs.chooseTarget(Texts.of("live.snapshot.dialog.title"), "live.png", List.of("png"))
                .ifPresent(target -> {
                    BufferedImage image = snapshot.get();
                    jobs.quiet(
                            Texts.of("live.job.snapshot"),
                            progress -> write(image, target),
                            file -> status.set(Texts.of("live.snapshot.saved", file.getFileName())));
                });
    }

    private static Path write(BufferedImage image, Path file) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return Files.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw WriteFailure.of(file, e, Texts.of("live.snapshot.error.write", file));
        }
    }
}
