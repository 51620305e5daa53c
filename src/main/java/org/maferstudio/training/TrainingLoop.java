package org.maferstudio.training;

import java.time.Duration;
import java.util.Optional;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.BatchLoader;
import org.maferstudio.training.data.EpochPlan;
import org.maferstudio.training.data.PackedBatch;
import org.maferstudio.training.loss.RunningSums;
import org.maferstudio.training.optimiser.LearningRates;

/**
 * The training loop: steps, validations and checkpoints, from a state to the end or to a stop.
 *
 * <p>The result is the same whether the loop runs without interruption or is resumed from a checkpoint.
 */
final class TrainingLoop {
    private final TrainingSession session;
    private final Recipe recipe;
    private final EpochPlan plan;
    private final LearningRates rates;
    private final HistoryRecorder recorder;
    private final TrainingListener listener;
    private final TrainingSpeed pace = new TrainingSpeed();
    private final double secondsBefore;
    private RunState state;
    /** The estimated remaining time; null if unknown. */
    private Duration left;

    /** Creates a loop that starts from a state, which the session already has. */
    TrainingLoop(TrainingSession session, RunState from, HistoryRecorder recorder, TrainingListener listener) {
        this.session = session;
        this.recipe = session.recipe();
        this.plan = session.batches().plan();
        this.rates =
                new LearningRates(recipe.learningRate(), plan, recipe.course().epochs());
        this.recorder = recorder;
        this.listener = listener;
        this.state = from;
        this.secondsBefore = from.seconds();
    }

    /** Trains, and returns the final state, which is not finished if a stop was requested. Everything is on disk. */
    RunState run(Progress progress) {
        try (RunningSums sums = new RunningSums(session.network().manager(), state.sums())) {
            boolean going = !state.validationDue() || validate(sums, progress);
            while (going && !state.finished()) {
                if (state.stepInEpoch() == plan.steps()) {
                    state = state.nextEpoch();
                }
                going = epoch(sums, progress);
            }
            if (!state.finished()) {
                save(sums);
            }
            return state;
        }
    }

    /** Whether the loop continues after this epoch. */
    private boolean epoch(RunningSums sums, Progress progress) {
        int first = state.stepInEpoch() * recipe.course().accumulation();
        pace.startEpoch();
        try (BatchLoader.Batches batches = session.loader()
                .open(first, plan.batchesUsed(), session.batches().epoch(state.epoch()))) {
            boolean going = true;
            while (going && !state.finished() && state.stepInEpoch() < plan.steps()) {
                step(batches, sums);
                going = afterStep(sums, progress);
            }
            recorder.log(pace.sentence(state.epoch(), state.step(), batches.imagesPerSecond()));
            return going;
        }
    }

    /** Validates, saves and reports if due; returns false if a stop was requested. */
    private boolean afterStep(RunningSums sums, Progress progress) {
        state = state.stepped(plan.validatesAfter(state.stepInEpoch() + 1));
        // Before a validation, which resets the sums.
        boolean awaited = listener.wantsProgress(state.step());
        if (awaited) {
            pulse(sums, progress);
        }
        if (state.validationDue() && !validate(sums, progress)) {
            return false;
        }
        if (progress.stopRequested()) {
            return state.finished();
        }
        if (recorder.due()) {
            save(sums);
        }
        if (pace.pulseDue() && !awaited) {
            pulse(sums, progress);
        }
        return true;
    }

    private void step(BatchLoader.Batches batches, RunningSums sums) {
        int count = plan.batchesOf(state.stepInEpoch());
        int divisor = recipe.course().gradientReduction().divisor(count);
        for (int i = 0; i < count; i++) {
            long asked = System.nanoTime();
            PackedBatch batch = batches.next();
            long got = System.nanoTime();
            session.gradientStep().add(batch, divisor, sums);
            if (i == count - 1) {
                session.step(
                        rate(recipe.optimiser().learningRate()),
                        rate(recipe.optimiser().rest()));
            }
            pace.batch(batch.size(), got - asked, System.nanoTime() - got);
        }
    }

    /** The rate of the next step. */
    private double rate(double base) {
        return rates.at(base, state.step(), state.marks().plateau());
    }

    /** Images of the run so far. */
    private long images() {
        int batches = Math.min(
                plan.batchesUsed(), state.stepInEpoch() * recipe.course().accumulation());
        return (long) (state.epoch() - 1) * plan.imagesUsed() + plan.start(batches);
    }

    private void save(RunningSums sums) {
        state = state.at(sums.read(), secondsBefore + pace.seconds());
        recorder.save(state);
    }

    /** Performs a due validation; returns false if a stop was requested before it was done. */
    private boolean validate(RunningSums sums, Progress progress) {
        recorder.checkLoss(sums.read(), state.step());
        ValidationProgress part = new ValidationProgress(progress, fraction(), left);
        Optional<Validation> validation = session.evaluated(() -> Validation.of(session, part));
        pace.skip();
        if (validation.isEmpty()) {
            return false;
        }
        HistoryRow row = row(sums.read(), validation.get());
        RunState.Marks marks = state.marks().after(state, validation.get(), recipe.learningRate());
        recorder.row(row);
        if (marks.sinceBest() == 0) {
            recorder.best();
        }
        boolean ended = state.epoch() == recipe.course().epochs() && state.stepInEpoch() == plan.steps();
        boolean early = recipe.course().earlyStop() > 0
                && marks.sinceBest() >= recipe.course().earlyStop();
        sums.reset(RunningSums.Values.NONE);
        state = state.validated(marks, ended || early);
        save(sums);
        listener.onValidation(row);
        recorder.log(sentence(row, marks, early && !ended));
        return true;
    }

    private HistoryRow row(RunningSums.Values sums, Validation validation) {
        return new HistoryRow(
                state.epoch(),
                state.step(),
                images(),
                sums.meanLoss(),
                sums.accuracy(),
                validation.natively().loss(),
                validation.natively().scores().accuracy(),
                rates.at(
                        recipe.optimiser().learningRate(),
                        state.step() - 1,
                        state.marks().plateau()),
                recipe.schedule().howOften().after(images()),
                validation.row(),
                secondsBefore + pace.seconds());
    }

    private String sentence(HistoryRow row, RunState.Marks marks, boolean stoppedEarly) {
        HistoryRow.Lowered low = row.lowered();
        boolean best = marks.sinceBest() == 0 && recipe.course().keep() == TrainingConfig.Keep.BEST;
        return Texts.of(
                "training.log.validation",
                row.epoch(),
                row.step(),
                row.trainLoss(),
                row.trainAccuracy(),
                row.validLoss(),
                row.validAccuracy(),
                low.isEvaluated() ? "low" : "none",
                low.pixels(),
                low.loss(),
                low.accuracy(),
                best ? "best" : stoppedEarly ? "early" : "none");
    }

    private void pulse(RunningSums sums, Progress progress) {
        RunningSums.Values now = sums.read();
        recorder.checkLoss(now, state.step());
        double seconds = (rates.steps() * (double) plan.imagesUsed() / plan.steps() - images()) / pace.recentRate();
        listener.onProgress(new TrainingTick(
                state.epoch(),
                state.step(),
                rates.steps(),
                images(),
                pace.recentRate(),
                now.meanLoss(),
                now.accuracy(),
                rate(recipe.optimiser().learningRate()),
                recipe.schedule().howOften().after(images()),
                seconds));
        left = TrainingSpeed.left(seconds);
        progress.report(
                fraction(),
                Texts.of(
                        "training.progress.training",
                        state.epoch(),
                        recipe.course().epochs(),
                        now.images() == 0 ? "unknown" : "known",
                        now.meanLoss(),
                        Double.isFinite(pace.recentRate()) ? "known" : "unknown",
                        pace.recentRate()),
                left);
    }

    private double fraction() {
        return (double) state.step() / rates.steps();
    }
}
