package org.maferstudio.experiment;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.TrainingConfig;

/**
 * The manifest of an experiment: {@code experiment.json}. Missing fields are defaulted, unknown ones ignored.
 *
 * @param recipe what was asked for
 * @param dataset what it was trained on
 * @param contract what its network expects; null before the training has opened its dataset
 * @param versions by name: program, java, engine; {@code convolutions} and {@code instruction_set} say how the engine
 *     computes on a CPU, as its check found
 * @param device what it was computed on, such as {@code cpu, 2 threads}
 * @param state how far it is
 * @param testEvaluations how often predictions on a test set of its dataset were made
 * @param weights the SHA-256 of the weight files that the training began with and learns from, by role: {@code base},
 *     {@code teacher}
 * @param started when it was made, local time such as {@code 2026-01-31T12:00:59}; empty if that is not known
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
        String started) {
    /**
     * How far an experiment is.
     *
     * @param status its status
     * @param epoch the epoch it is in or ended with; 0 before the first
     * @param step optimiser steps done
     * @param best the network that is kept; null before the first validation
     * @param problem why it failed; empty if it did not
     */
    public record State(RunStatus status, int epoch, long step, Best best, String problem) {
        /** Not begun. */
        public static final State NEW = new State(RunStatus.NEW, 0, 0, null, "");

        public State {
            status = status == null ? RunStatus.NEW : status;
            problem = problem == null ? "" : problem;
        }

        /** This state with another status. */
        public State as(RunStatus other) {
            return new State(other, epoch, step, best, other == RunStatus.FAILED ? problem : "");
        }
    }

    /**
     * The network that is kept as the best.
     *
     * @param epoch the epoch in which it was
     * @param step its optimiser step
     * @param measure what it was chosen by
     * @param value of that measure on the validation part
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

    /** About an experiment that has not begun. */
    public static ExperimentManifest of(Recipe recipe) {
        return new ExperimentManifest(recipe, DatasetMetadata.NONE, null, Map.of(), "", State.NEW, 0, Map.of(), "");
    }

    /** The input contract; empty before the training has opened its dataset. */
    public Optional<InputContract> input() {
        return Optional.ofNullable(contract);
    }

    /** The classes; the dataset's. */
    public List<String> labels() {
        return contract != null ? contract.labels() : dataset.labels();
    }

    /** With what a training found out when it began. */
    public ExperimentManifest begun(DatasetMetadata on, InputContract input, Map<String, String> with, String where) {
        return new ExperimentManifest(recipe, on, input, with, where, state, testEvaluations, weights, started);
    }

    /** With further versions. */
    public ExperimentManifest withVersions(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(versions);
        all.putAll(more);
        return new ExperimentManifest(recipe, dataset, contract, all, device, state, testEvaluations, weights, started);
    }

    /** With another state. */
    public ExperimentManifest with(State other) {
        return new ExperimentManifest(
                recipe, dataset, contract, versions, device, other, testEvaluations, weights, started);
    }

    /** With a recipe of another name. */
    public ExperimentManifest named(String name) {
        return new ExperimentManifest(
                recipe.named(name), dataset, contract, versions, device, state, testEvaluations, weights, started);
    }

    /** With one more evaluation on a test set. */
    public ExperimentManifest withTestEvaluation() {
        return new ExperimentManifest(
                recipe, dataset, contract, versions, device, state, testEvaluations + 1, weights, started);
    }

    /** With the time when it was made, to the second. */
    public ExperimentManifest startedAt(LocalDateTime time) {
        String text = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
        return new ExperimentManifest(
                recipe, dataset, contract, versions, device, state, testEvaluations, weights, text);
    }

    /** With the SHA-256 of the weight files that the training began with and learns from, by role. */
    public ExperimentManifest withWeights(Map<String, String> sums) {
        return new ExperimentManifest(
                recipe, dataset, contract, versions, device, state, testEvaluations, sums, started);
    }
}
