package org.maferstudio.training;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.LearningRateConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.evaluation.Evaluator;
import org.maferstudio.training.loss.FrozenTeacher;

/**
 * The result of one validation: at native resolution and, if configured, at a low one.
 *
 * @param config how the best network is selected
 * @param natively at native resolution
 * @param lowered at the low resolution
 */
record Validation(TrainingConfig config, Look natively, Optional<Look> lowered) {
    /**
     * The result at one resolution.
     *
     * @param loss the mean plain cross entropy, in nats
     * @param lossWithTeacher including the teacher's term; equals {@code loss} without a teacher
     */
    record Look(Scores scores, double loss, double lossWithTeacher) {
        private double value(TrainingConfig.Measure measure) {
            return switch (measure) {
                case ACCURACY -> scores.accuracy();
                case MEAN_CLASS_ACCURACY -> scores.meanClassAccuracy();
                case MACRO_F1 -> scores.macroF1();
                case LOSS -> loss;
            };
        }
    }

    /** Evaluates the validation split of a session; empty if a stop was requested before it was done. */
    static Optional<Validation> of(TrainingSession session, Progress progress) {
        TrainingConfig course = session.recipe().course();
        Optional<Look> natively = evaluate(session, Resolution.NATIVE, progress);
        if (natively.isEmpty() || course.validateAt() == 0) {
            return natively.map(look -> new Validation(course, look, Optional.empty()));
        }
        Optional<Look> lowered = evaluate(session, Resolution.of(course.validateAt()), progress);
        return lowered.map(look -> new Validation(course, natively.get(), lowered));
    }

    private static Optional<Look> evaluate(TrainingSession session, Resolution resolution, Progress progress) {
        Recipe recipe = session.recipe();
        Evaluator.Question question = new Evaluator.Question(
                Sample.VALIDATION,
                session.validationDuringTraining(),
                resolution,
                recipe.schedule().kernel());
        return session.evaluator()
                .evaluate(session.network(), question, teacher(session, resolution), progress)
                .map(answer -> new Look(
                        Scores.of(answer.predictions()), answer.meanLoss(), answer.meanLoss() + answer.teacherTerm()));
    }

    /** The teacher, if the learning rate depends on its term at this resolution. */
    private static Optional<FrozenTeacher> teacher(TrainingSession session, Resolution resolution) {
        Recipe recipe = session.recipe();
        boolean watched = recipe.learningRate().shape() == LearningRateConfig.Shape.PLATEAU
                && recipe.learningRate().watches() == LearningRateConfig.Watch.LOSS_WITH_TEACHER;
        TrainingConfig.At unused = resolution.isNative() ? TrainingConfig.At.LOW : TrainingConfig.At.NATIVE;
        return watched && recipe.course().bestAt() != unused ? session.teacher() : Optional.empty();
    }

    /** The value by which the best network is chosen. */
    double best() {
        return at(config.bestBy());
    }

    /** The value observed by the plateau schedule. */
    double watched(LearningRateConfig plan) {
        return switch (plan.watches()) {
            case BEST -> best();
            case LOSS -> at(TrainingConfig.Measure.LOSS);
            case LOSS_WITH_TEACHER -> at(Look::lossWithTeacher);
        };
    }

    /** The measure observed by the plateau schedule: the loss, with a teacher's term or without, or the best network's. */
    TrainingConfig.Measure watchedMeasure(LearningRateConfig plan) {
        return plan.watches().isLoss() ? TrainingConfig.Measure.LOSS : config.bestBy();
    }

    private double at(TrainingConfig.Measure measure) {
        return at(look -> look.value(measure));
    }

    private double at(ToDoubleFunction<Look> value) {
        double there = value.applyAsDouble(natively);
        double low = lowered.map(value::applyAsDouble).orElse(Double.NaN);
        return switch (config.bestAt()) {
            case NATIVE -> there;
            case LOW -> low;
            case MEAN -> (there + low) / 2;
        };
    }

    /** The values for the history. */
    HistoryRow.Lowered row() {
        return lowered.map(look -> new HistoryRow.Lowered(
                        config.validateAt(), look.loss(), look.scores().accuracy()))
                .orElse(HistoryRow.Lowered.NONE);
    }
}
