package org.maferstudio.ui.networkimport;

import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.evaluation.ContractCheck;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** The check of a contract on the open dataset, and what fits better. */
public final class DatasetCheckModel {
    private final Workbench workbench;
    private final NetworkImporter importer;
    private final ContractForm form;
    private final ObservableValue<OnnxFile> file;
    private final LatestJob checking;
    private final ReadOnlyObjectWrapper<CheckReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private final ReadOnlyObjectWrapper<Job> running = new ReadOnlyObjectWrapper<>(this, "running");

    DatasetCheckModel(
            Workbench workbench,
            Jobs jobs,
            NetworkImporter importer,
            ContractForm form,
            ObservableValue<OnnxFile> file) {
        this.workbench = workbench;
        this.importer = importer;
        this.form = form;
        this.file = file;
        checking = new LatestJob(jobs);
    }

    // Properties

    /** Whether there is a dataset. */
    BooleanExpression datasetOpenProperty() {
        return workbench.datasetProperty().isNotNull();
    }

    /** The name of the open dataset. */
    StringProperty datasetNameProperty() {
        return workbench.datasetNameProperty();
    }

    /** Whether a check can begin: the contract is complete, and none runs. */
    BooleanExpression readyExpression() {
        return form.contractProperty().isNotNull().and(running.isNull());
    }

    /** The result; null if there is none for this contract. */
    ReadOnlyObjectProperty<CheckReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** What became of the last check, if there is no result; else empty. */
    StringProperty noteProperty() {
        return note;
    }

    /** The running check; null for none. */
    ReadOnlyObjectProperty<Job> runningProperty() {
        return running.getReadOnlyProperty();
    }

    // Commands

    /** Tests the contract in the background. */
    public void start() {
        StatedContract stated = form.contractProperty().get();
        DatasetSource dataset = workbench.datasetSourceProperty().get();
        OnnxFile network = file.getValue();
        if (stated == null || dataset == null || network == null) {
            return;
        }
        report.set(null);
        note.set("");
        Job started = checking.start(JobPlan.<Optional<ContractCheck.Result>>of(
                        Texts.of(
                                "networkimport.job.check", datasetNameProperty().get()),
                        progress -> importer.check(network, stated, dataset, progress))
                .inQueue(CheckImagesModel.QUEUE)
                .onDone(result -> {
                    running.set(null);
                    report.set(result.map(CheckReport::new).orElse(null));
                    note.set(result.isEmpty() ? Texts.of("networkimport.check.cancelled") : "");
                })
                .onProblem(why -> {
                    running.set(null);
                    note.set(why.getMessage());
                }));
        running.set(started.getState().isOver() ? null : started);
    }

    /** Stops the check, and says so. */
    void cancel() {
        stop();
        note.set(Texts.of("networkimport.check.cancelled"));
    }

    /** Stops the check; the result stays. */
    void stop() {
        checking.drop();
        running.set(null);
    }

    /** Drops the result for a contract that has changed. */
    void clear() {
        stop();
        report.set(null);
    }

    /** Drops the result and the note for another network. */
    void forget() {
        clear();
        note.set("");
    }

    /** States the order of classes that fits best. */
    void useOrder() {
        CheckReport found = report.get();
        if (found != null) {
            found.order().ifPresent(form::useOrder);
            note.set(Texts.of("networkimport.check.used"));
        }
    }

    /** States the colours and the scaling that fit best. */
    void usePreparation() {
        CheckReport found = report.get();
        if (found != null) {
            found.preparation().ifPresent(form::fill);
            note.set(Texts.of("networkimport.check.used"));
        }
    }
}
