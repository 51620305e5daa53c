package org.maferstudio.ui.results.experiments;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.experiment.Tags;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.workbench.DatasetTitles;

/** A line of the list of experiments: its details, and whether it is ticked for comparison. */
public final class ExperimentRow {
    private final Path folder;
    private final String name;
    private final String detail;
    private final String dataset;
    private final double best;
    private final List<String> splits;
    private final boolean evaluated;
    private final boolean training;
    private final boolean readOnly;
    private final boolean hasNetwork;
    private final boolean duplicatesFindable;
    private final RunStatus status;
    private final String began;
    private final ExperimentManifest manifest;
    private final List<String> tags;
    private final String notes;
    private List<String> difference = List.of();
    private final BooleanProperty ticked = new SimpleBooleanProperty(this, "ticked");

    private ExperimentRow(Experiment experiment, ExperimentManifest manifest, String dataset, LocatedDatasets located) {
        ExperimentManifest.Best kept = manifest.state().best();
        folder = experiment.folder();
        this.dataset = dataset;
        name = manifest.recipe().name();
        status = experiment.status();
        training = status == RunStatus.RUNNING;
        began = experiment
                .startedAt()
                .map(time -> time.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' '))
                .orElse("");
        readOnly = experiment.isBundle();
        String summary = detail(manifest, dataset, status);
        detail = readOnly ? Texts.of("results.experiments.row.bundle", summary) : summary;
        best = kept == null || kept.measure() == TrainingConfig.Measure.LOSS ? Double.NaN : kept.value();
        splits = List.copyOf(manifest.dataset().counts().keySet());
        hasNetwork = experiment.hasNetwork();
        duplicatesFindable = !readOnly
                || manifest.recipe().dataset().isDrawn()
                || SplitDuplicates.read(experiment).isPresent()
                || located.find(manifest).isPresent();
        evaluated = !experiment.predictionFiles().isEmpty();
        this.manifest = manifest;
        tags = Tags.of(experiment);
        notes = experiment.notes().strip();
    }

    /** Reads an experiment's manifest; its dataset has the user's name. */
    static ExperimentRow of(Experiment experiment, DatasetTitles datasets, LocatedDatasets located) {
        ExperimentManifest manifest = experiment.manifest();
        return new ExperimentRow(experiment, manifest, datasets.of(manifest), located);
    }

    /** The status comes first, where it is not truncated. */
    private static String detail(ExperimentManifest manifest, String dataset, RunStatus status) {
        String network = manifest.recipe().network().name();
        if (manifest.imported().isPresent()) {
            String imported = Texts.of("results.experiments.row.importedNetwork");
            return dataset.isEmpty() ? imported : dataset + ", " + imported;
        }
        if (status == RunStatus.IMPORTED) {
            return Texts.of("results.experiments.row.imported");
        }
        return withStatus(status, dataset.isEmpty() ? network : dataset + ", " + network);
    }

    private static String withStatus(RunStatus status, String words) {
        return status == RunStatus.FINISHED ? words : Texts.of("results.experiments.row.status", status.title(), words);
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** The name the user gave it. */
    public String name() {
        return name;
    }

    /** Dataset, network, and what became of it unless it is finished. */
    public String detail() {
        return detail;
    }

    /** What distinguishes it from the others, after what became of it unless it is finished; its detail if nothing does. */
    public String difference() {
        String settings = String.join(" · ", difference);
        return difference.isEmpty() ? detail : withStatus(status, settings);
    }

    /** Its settings that differ between the experiments, in words. */
    void setDifference(List<String> settings) {
        difference = List.copyOf(settings);
    }

    /** The value of the selection measure on the validation split, 0 to 1; NaN if there is none. */
    public double best() {
        return best;
    }

    /** The requested configuration. */
    public Recipe recipe() {
        return manifest.recipe();
    }

    /** Its status. */
    public String status() {
        return status.title();
    }

    /** Whether it was trained here, so that its configuration is complete. */
    public boolean trained() {
        return manifest.state().status() != RunStatus.IMPORTED;
    }

    /** The dataset it was trained on; empty if that is not known. */
    public String dataset() {
        return dataset;
    }

    /** When it began, such as {@code 2026-01-31 12:00}; empty if that is not known. */
    public String began() {
        return began;
    }

    /** How often it was evaluated on a test set of its dataset. */
    public int testEvaluations() {
        return manifest.testEvaluations();
    }

    /** Its tags. */
    public List<String> tags() {
        return tags;
    }

    /** Its notes. */
    public String notes() {
        return notes;
    }

    /** The splits of the dataset it was trained on; empty if they are not known. */
    public List<String> splits() {
        return splits;
    }

    /** Whether this row is about the same experiment as another, which may be null. */
    public boolean isSameAs(ExperimentRow other) {
        return other != null && folder.equals(other.folder);
    }

    /** Whether it is a bundle, which is read-only. */
    public boolean readOnly() {
        return readOnly;
    }

    /** Whether duplicates can be left out of its numbers: of a bundle, once its dataset was located. */
    public boolean duplicatesFindable() {
        return duplicatesFindable;
    }

    /** Whether it is being trained now. */
    public boolean training() {
        return training;
    }

    /** Whether there is anything to see. */
    public boolean evaluated() {
        return evaluated;
    }

    /** Whether its network is there, to be shown live. */
    public boolean hasNetwork() {
        return hasNetwork;
    }

    /** Whether it is compared with the selected one. */
    public BooleanProperty tickedProperty() {
        return ticked;
    }

    /** Whether name, detail, folder, tags or notes contain some words, in any case. */
    boolean matches(String words) {
        String text = (name + " " + detail + " " + folder.getFileName() + " " + String.join(" ", tags) + " " + notes)
                .toLowerCase(Locale.ROOT);
        return text.contains(words.strip().toLowerCase(Locale.ROOT));
    }
}
