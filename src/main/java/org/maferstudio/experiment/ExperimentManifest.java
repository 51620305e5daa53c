package org.maferstudio.experiment;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.onnx.OnnxContract;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.TrainingConfig;

/**
 * The manifest of an experiment: {@code experiment.json}. Missing fields get defaults, unknown ones are ignored.
 *
 * @param recipe of the training
 * @param dataset that it was trained on
 * @param contract the network's input contract; null before the training has opened its dataset
 * @param versions by name: program, java, engine; {@code convolutions} and {@code instruction_set} record the result of
 *     the engine check
 * @param device such as {@code cpu, 2 threads}
 * @param state of the training
 * @param testEvaluations number of evaluations on a test set of its dataset
 * @param weights the SHA-256 of the initial weights and the teacher, by role: {@code base}, {@code teacher}
 * @param started when it was created, local time such as {@code 2026-01-31T12:00:59}; empty if unknown
 * @param onnx layout and outputs of a network that was imported as an ONNX file; null for networks of this program
 */
public record ExperimentManifest(
        Recipe recipe,
        DatasetMetadata dataset,
        InputContract contract,
        Map<String, String> versions,
        String device,
        State state,
        int testEvaluations,
        Map<String, String> weights,
        String started,
        OnnxContract onnx) {
    /**
     * The state of an experiment.
     *
     * @param status its status
     * @param epoch the current or last epoch; 0 before the first
     * @param step number of optimiser steps
     * @param best the selected network; null before the first validation
     * @param problem the reason for a failure; empty if there was none
     */
    public record State(RunStatus status, int epoch, long step, Best best, String problem) {
        /** Not started. */
        public static final State NEW = new State(RunStatus.NEW, 0, 0, null, "");

        public State {
            status = status == null ? RunStatus.NEW : status;
            problem = problem == null ? "" : problem;
        }

        /** Returns a copy with another status. */
        public State as(RunStatus other) {
            return new State(other, epoch, step, best, other == RunStatus.FAILED ? problem : "");
        }
    }

    /**
     * The selected network.
     *
     * @param epoch of its validation
     * @param step its optimiser step
     * @param measure used for selection
     * @param value of that measure on the validation split
     */
    public record Best(int epoch, long step, TrainingConfig.Measure measure, double value) {}

    public ExperimentManifest {
        recipe = recipe == null ? Recipe.DEFAULT : recipe;
        dataset = dataset == null ? DatasetMetadata.NONE : dataset;
        versions = versions == null ? Map.of() : new TreeMap<>(versions);
        device = device == null ? "" : device;
        state = state == null ? State.NEW : state;
        testEvaluations = Math.max(0, testEvaluations);
        started = started == null ? "" : started;
        weights = weights == null ? Map.of() : new TreeMap<>(weights);
    }

    /** Creates the manifest of an experiment that has not started. */
    public static ExperimentManifest of(Recipe recipe) {
        return new ExperimentManifest(
                recipe, DatasetMetadata.NONE, null, Map.of(), "", State.NEW, 0, Map.of(), "", null);
    }

    /** The input contract; empty before the training has opened its dataset. */
    public Optional<InputContract> input() {
        return Optional.ofNullable(contract);
    }

    /** Layout and outputs of the imported ONNX file that is its network; empty for networks of this program. */
    public Optional<OnnxContract> imported() {
        return Optional.ofNullable(onnx);
    }

    /** The classes of the dataset. */
    public List<String> labels() {
        return contract != null ? contract.labels() : dataset.labels();
    }

    /** Returns a copy with what is known after opening the dataset. */
    public ExperimentManifest withDataset(
            DatasetMetadata on, InputContract input, Map<String, String> with, String where) {
        return new ExperimentManifest(recipe, on, input, with, where, state, testEvaluations, weights, started, onnx);
    }

    /** Returns a copy for an imported ONNX file: its contract, and the SHA-256 of the file. */
    public ExperimentManifest withImported(InputContract input, OnnxContract outputs, String sha256) {
        return new ExperimentManifest(
                recipe,
                dataset,
                input,
                versions,
                device,
                State.NEW.as(RunStatus.IMPORTED),
                testEvaluations,
                Map.of(ImportedNetwork.WEIGHTS, sha256),
                started,
                outputs);
    }

    /** Returns a copy with the dataset on which an imported network is evaluated first, and where it is. */
    public ExperimentManifest evaluatedOn(DatasetMetadata on, DatasetSource source) {
        Recipe located = recipe.on(source).fixedHere();
        return new ExperimentManifest(
                located, on, contract, versions, device, state, testEvaluations, weights, started, onnx);
    }

    /** Returns a copy with additional versions. */
    public ExperimentManifest withVersions(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(versions);
        all.putAll(more);
        return new ExperimentManifest(
                recipe, dataset, contract, all, device, state, testEvaluations, weights, started, onnx);
    }

    /** Returns a copy with another state. */
    public ExperimentManifest with(State other) {
        return new ExperimentManifest(
                recipe, dataset, contract, versions, device, other, testEvaluations, weights, started, onnx);
    }

    /** Returns a copy with another name. */
    public ExperimentManifest named(String name) {
        return new ExperimentManifest(
                recipe.named(name),
                dataset,
                contract,
                versions,
                device,
                state,
                testEvaluations,
                weights,
                started,
                onnx);
    }

    /** Returns a copy with one more evaluation on a test set. */
    public ExperimentManifest withTestEvaluation() {
        return new ExperimentManifest(
                recipe, dataset, contract, versions, device, state, testEvaluations + 1, weights, started, onnx);
    }

    /** Returns a copy with the creation time, to the second. */
    public ExperimentManifest startedAt(LocalDateTime time) {
        String text = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
        return new ExperimentManifest(
                recipe, dataset, contract, versions, device, state, testEvaluations, weights, text, onnx);
    }

    /** Returns a copy with the SHA-256 of the initial weights and the teacher, by role. */
    public ExperimentManifest withWeights(Map<String, String> sums) {
        return new ExperimentManifest(
                recipe, dataset, contract, versions, device, state, testEvaluations, sums, started, onnx);
    }
}
