package org.maferstudio.ui.workbench;

import java.util.Optional;
import org.maferstudio.experiment.WorkspaceState;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;

/** Notifies all panes when another program, such as the command line, changed an experiment of the workspace. */
public final class WorkspaceWatch {
    private static final System.Logger LOG = System.getLogger(WorkspaceWatch.class.getName());

    private final Workbench workbench;
    private final Jobs jobs;
    private Optional<WorkspaceState> seen = Optional.empty();
    private boolean looking;

    /** Of the workspace of a workbench; it has not been read yet. */
    public WorkspaceWatch(Workbench workbench, Jobs jobs) {
        this.workbench = workbench;
        this.jobs = jobs;
    }

    /** Checks in the background whether something has changed since the last call; called every few seconds. */
    public void check() {
        if (looking) {
            return;
        }
        looking = true;
        jobs.start(JobPlan.<WorkspaceState>of(
                        Texts.of("common.workspace.watch"), progress -> WorkspaceState.of(workbench.workspace()))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::compare)
                .onProblem(why -> {
                    looking = false;
                    LOG.log(System.Logger.Level.DEBUG, why.getMessage());
                }));
    }

    private void compare(WorkspaceState now) {
        looking = false;
        boolean changed = seen.isPresent() && !seen.get().equals(now);
        seen = Optional.of(now);
        if (changed) {
            workbench.notifyExperimentsChanged();
        }
    }
}
