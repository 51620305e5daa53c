package org.maferstudio.ui.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.image.Kernel;
import org.maferstudio.recipe.OwnPresets;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.schedule.NamedSchedule;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.ScheduleSyntax;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.workbench.Workbench;

@Tag("ui")
@ExtendWith(FxExtension.class)
class ScheduleViewTest {
    private final BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
        throw new AssertionError(problem);
    });
    private Workspace workspace;
    private Workbench workbench;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
    }

    @AfterEach
    void close() {
        jobs.close();
        workspace.close();
    }

    @Test
    void aWalkFromPresetToOwnListToTraining(FxWindow window) {
        ScheduleViewModel model = show(window);
        window.waitUntil(
                "faces are shown", () -> model.downsampledProperty().get().size() == 6);

        @SuppressWarnings("unchecked")
        ComboBox<Object> presets = (ComboBox<Object>) window.find("#schedule-preset");
        window.robot().clickOn(presets).push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertEquals(ScheduleSyntax.schedule("cr-simplified"), schedule(model));
        window.waitUntil(
                "the warning is shown", () -> window.find(".warning-bar").isVisible());

        window.robot().clickOn("#schedule-leave-out");
        assertEquals("pow2:3-6", FxWindow.onFx(() -> schedule(model).which().text()));
        assertFalse(window.find(".warning-bar").isVisible());

        FxWindow.onFx(() -> {
            model.which().modeProperty().set(ResolutionFields.Mode.LISTED);
            return true;
        });
        TextField list = (TextField) window.find("#schedule-list");
        window.robot().clickOn(list).push(KeyCode.CONTROL, KeyCode.A).write("8, x");
        assertTrue(window.find("#schedule-train").isDisabled());
        window.robot().push(KeyCode.BACK_SPACE).write("16");
        assertEquals("8,16", FxWindow.onFx(() -> schedule(model).which().text()));

        window.robot().clickOn("#schedule-train");
        assertEquals("training", FxWindow.onFx(() -> workbench.paneProperty().get()));
        assertEquals(schedule(model), workbench.scheduleProperty().get());
    }

    @Test
    void kernelsAreCheckedInAListAndQualitiesTyped(FxWindow window) {
        ScheduleViewModel model = show(window);
        @SuppressWarnings("unchecked")
        CheckComboBox<Kernel> box = (CheckComboBox<Kernel>) window.find("#schedule-other-kernels");
        FxWindow.onFx(() -> {
            model.howOften().modeProperty().set(ProbabilityFields.Mode.CONSTANT);
            box.getCheckModel().check(Kernel.BOX);
            return true;
        });
        window.robot().clickOn("#schedule-jpeg").write("30");
        ResolutionSchedule made = schedule(model);
        assertEquals(List.of(Kernel.BOX), made.otherKernels());
        assertEquals(List.of(30), made.jpeg());
        FxWindow.onFx(() -> {
            workbench.scheduleProperty().set(ScheduleSyntax.schedule("cr-simplified"));
            return true;
        });
        assertEquals(
                List.of(), FxWindow.onFx(() -> List.copyOf(box.getCheckModel().getCheckedItems())));
    }

    @Test
    void aWalkFromSavingAPresetToDeletingIt(FxWindow window, @TempDir Path folder) {
        FxWindow.onFx(() -> {
            workbench.presets().open(new OwnPresets(folder.resolve("presets")), jobs);
            return true;
        });
        ScheduleViewModel model = show(window);
        FxWindow.onFx(() -> {
            model.howOften().probability().textProperty().set("0.3");
            return true;
        });
        window.robot().clickOn("#schedule-presets");
        assertTrue(window.robot().lookup("#schedule-presets-save").query().isDisabled(), "it has no name");
        window.robot().clickOn("#schedule-presets-name").write("mine").clickOn("#schedule-presets-save");
        window.waitUntil("it is saved", () -> name(model).equals("mine"));
        ComboBox<?> combo = (ComboBox<?>) window.find("#schedule-preset");
        assertEquals("mine", FxWindow.onFx(() -> ((NamedSchedule) combo.getValue()).title()));

        window.robot()
                .clickOn("#schedule-presets")
                .clickOn("#schedule-presets-name")
                .push(KeyCode.END)
                .write(" 2");
        window.robot().clickOn("#schedule-presets-rename");
        window.waitUntil("it is renamed", () -> name(model).equals("mine 2"));
        window.robot().clickOn("#schedule-presets").clickOn("#schedule-presets-delete");
        window.waitUntil("it is deleted", () -> name(model).isEmpty());
        assertEquals("p=0.3", FxWindow.onFx(() -> schedule(model).howOften().text()));
    }

    private static String name(ScheduleViewModel model) {
        NamedSchedule preset = model.presetProperty().get();
        return preset == null ? "" : preset.title();
    }

    private ScheduleViewModel show(FxWindow window) {
        ScheduleViewModel[] model = new ScheduleViewModel[1];
        window.show(() -> {
            model[0] = new ScheduleViewModel(workbench, jobs);
            FigureRenderer figures =
                    new FigureRenderer(jobs, FileDialogs.CANCEL, new SimpleObjectProperty<>(FigureStyle.light()));
            ScheduleView view = new ScheduleView(model[0], figures);
            view.shown();
            BorderPane shell = new BorderPane((Parent) view.node());
            shell.setTop(view.primaryAction().orElseThrow());
            return shell;
        });
        return model[0];
    }

    private static ResolutionSchedule schedule(ScheduleViewModel model) {
        return FxWindow.onFx(() -> model.scheduleProperty().get());
    }
}
