package org.maferstudio.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import org.maferstudio.job.RunStatus;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** Lists trainings that an earlier window or the command line has not finished and no process continues. */
final class InterruptedRuns {
    private final Workbench workbench;
    private final LatestJob reading;
    private final ObservableList<QueuedRun> runs;
    private final Map<Path, QueuedRun> offered = new HashMap<>();
    private final Consumer<QueuedRun> follow;
    private final Set<Path> removed = new HashSet<>();

    /**
     * Creates a list at the end of these runs.
     *
     * @param follow receives a series whose jobs a cluster still has
     */
    InterruptedRuns(Workbench workbench, Jobs jobs, ObservableList<QueuedRun> runs, Consumer<QueuedRun> follow) {
        this.follow = follow;
        this.workbench = workbench;
        this.runs = runs;
        reading = new LatestJob(jobs);
        workbench.experimentsChangedProperty().addListener((property, old, now) -> find());
    }

    /** Searches for them in the background. */
    void find() {
        reading.start(JobPlan.<List<InterruptedRun>>of(
                        Texts.of("training.queue.interrupted.job"),
                        progress -> InterruptedRun.in(workbench.workspace()))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::update));
    }

    /** Does not list one again that the user removed. */
    void forget(QueuedRun run) {
        run.folder().ifPresent(removed::add);
    }

    private void update(List<InterruptedRun> found) {
        // Until a run of this window has its folder, it cannot be distinguished from that of another process.
        if (runs.stream().anyMatch(InterruptedRuns::isGettingFolder)) {
            return;
        }
        Set<Path> now = new HashSet<>();
        for (InterruptedRun each : found) {
            now.add(each.folder());
            QueuedRun known = offered.get(each.folder());
            if (known != null && each.state() == RunStatus.RUNNING && isOffered(known)) {
                follow.accept(known);
            } else if (known != null && isOffered(known)) {
                known.stateProperty().set(each.state());
                known.detailProperty().set(each.detail());
            } else if (!removed.contains(each.folder()) && !isListed(each.folder())) {
                QueuedRun run = new QueuedRun(each.manifest().recipe(), each.state());
                run.setFolder(each.folder());
                each.series().ifPresent(series -> run.setSeries(each.folder(), series.where()));
                run.detailProperty().set(each.detail());
                offered.put(each.folder(), run);
                runs.add(run);
                if (each.state() == RunStatus.RUNNING) {
                    follow.accept(run);
                }
            }
        }
        for (Map.Entry<Path, QueuedRun> entry : new ArrayList<>(offered.entrySet())) {
            if (!now.contains(entry.getKey())) {
                offered.remove(entry.getKey());
                if (isOffered(entry.getValue())) {
                    runs.remove(entry.getValue());
                }
            }
        }
    }

    private static boolean isGettingFolder(QueuedRun run) {
        return run.folder().isEmpty() && (run.getState().isActive() || run.isGettingFolder());
    }

    /** Whether it is still unchanged, that is, was not resumed by this window. */
    private boolean isOffered(QueuedRun run) {
        return runs.contains(run) && run.getState().canResume();
    }

    private boolean isListed(Path folder) {
        return runs.stream().anyMatch(run -> run.folder().filter(folder::equals).isPresent());
    }
}
