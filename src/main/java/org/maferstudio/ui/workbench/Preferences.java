package org.maferstudio.ui.workbench;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** The settings while the program runs: what they are now, and changes that are saved in the background. */
public final class Preferences {
    private final ReadOnlyObjectWrapper<Settings> settings = new ReadOnlyObjectWrapper<>(this, "settings");
    private final SettingsStore store;
    private final Jobs jobs;
    private final LatestJob newest;

    /** The settings as they were read from their file. */
    public Preferences(SettingsStore store, Settings read, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
        this.newest = new LatestJob(jobs);
        settings.set(read);
    }

    /** The settings now. */
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Settings get() {
        return settings.get();
    }

    /** Changes the settings, which holds at once, and saves them in the background. */
    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings.get());
        if (!changed.equals(settings.get())) {
            settings.set(changed);
            newest.start(JobPlan.<Settings>of(Texts.of("common.settings.job"), progress -> {
                        if (!progress.stopRequested()) {
                            store.save(changed);
                        }
                        return changed;
                    })
                    .weighing(JobPlan.Weight.QUIET)
                    .inQueue("settings"));
        }
    }

    /** Changes the settings at the end of the program, which waits until they are saved; a failure is logged. */
    public void changeLast(UnaryOperator<Settings> change) {
        newest.drop();
        Settings changed = change.apply(settings.get());
        settings.set(changed);
        jobs.start(JobPlan.<Settings>of(Texts.of("common.settings.job"), progress -> {
                    store.save(changed);
                    return changed;
                })
                .weighing(JobPlan.Weight.KEPT)
                .inQueue("settings")
                .onProblem(problem -> {}));
    }
}
