package org.maferstudio.ui.results.labelreview;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.LabelIssue;
import org.maferstudio.experiment.LabelIssues;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** The label issues of an experiment, for all its splits, read from and saved to its file. */
final class StoredLabelIssues {
    private final Jobs jobs;
    private final Consumer<String> onProblem;
    private final Runnable onRead;
    private final LatestJob reading;

    /** In the order of the file. */
    private final Map<String, LabelIssue> issues = new LinkedHashMap<>();

    private Optional<Path> folder = Optional.empty();
    private boolean read;

    /** How often something was put, and how many writings have not ended. */
    private int changes;

    private int unsaved;

    /**
     * Of no experiment yet.
     *
     * @param onProblem receives why something cannot be read or saved
     * @param onRead called when the file was read
     */
    StoredLabelIssues(Jobs jobs, Consumer<String> onProblem, Runnable onRead) {
        this.jobs = jobs;
        this.onProblem = onProblem;
        this.onRead = onRead;
        reading = new LatestJob(jobs);
    }

    /** The saved issue of a sample. */
    LabelIssue get(String split, String sample) {
        return issues.getOrDefault(key(split, sample), new LabelIssue(split, sample, LabelIssue.Verdict.NONE, ""));
    }

    /** Reads the issues of another experiment; empty for none. */
    void open(Optional<Path> newFolder) {
        folder = newFolder;
        read = false;
        changes = 0;
        issues.clear();
        read();
    }

    /** Reads the file again, as another window may have changed it; what is put meanwhile wins. */
    void refresh() {
        if (unsaved == 0) {
            read();
        }
    }

    private void read() {
        if (folder.isEmpty()) {
            reading.drop();
            return;
        }
        Path from = folder.get();
        int before = changes;
        reading.start(JobPlan.<List<LabelIssue>>of(
                        Texts.of("results.labels.job.reading"), progress -> LabelIssues.read(Experiment.open(from)))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(found -> update(found, before))
                .onProblem(why -> onProblem.accept(why.getMessage())));
    }

    private void update(List<LabelIssue> found, int before) {
        if (changes == before && !found.equals(List.copyOf(issues.values()))) {
            issues.clear();
            found.forEach(issue -> issues.put(key(issue), issue));
            onRead.run();
        } else if (!read && changes > before) {
            // Something was put before the file was known: it wins, and the rest of the file stays.
            found.forEach(issue -> issues.putIfAbsent(key(issue), issue));
            onRead.run();
            write();
        }
        read = true;
    }

    /** Changes some, and keeps all. */
    void update(List<LabelIssue> changed) {
        changes++;
        changed.forEach(issue -> issues.put(key(issue), issue));
        if (read) {
            write();
        }
    }

    private void write() {
        Path to = folder.orElseThrow();
        List<LabelIssue> all = new ArrayList<>(issues.values());
        unsaved++;
        jobs.start(JobPlan.<Integer>of(Texts.of("results.labels.job.saving"), progress -> {
                    LabelIssues.write(Experiment.open(to), all);
                    return all.size();
                })
                .weighing(JobPlan.Weight.QUIET)
                .inQueue("experiments")
                .onDone(count -> unsaved--)
                .onProblem(why -> {
                    unsaved--;
                    onProblem.accept(why.getMessage());
                }));
    }

    private static String key(LabelIssue issue) {
        return key(issue.split(), issue.sample());
    }

    private static String key(String split, String sample) {
        return split + "/" + sample;
    }
}
