package org.maferstudio.training.optimiser;

import org.maferstudio.recipe.LearningRateConfig;
import org.maferstudio.training.data.EpochPlan;

/**
 * The learning rate as a function of the step and of the results of the validations.
 *
 * @param plan the schedule
 * @param epoch the steps and validations of an epoch
 * @param epochs number of epochs of the run
 */
public record LearningRates(LearningRateConfig plan, EpochPlan epoch, int epochs) {
    /** As in PyTorch: smaller reductions are ignored. */
    private static final double LEAST_FALL = 1e-8;

    /** The number of optimiser steps of the run. */
    public long steps() {
        return (long) epoch.steps() * epochs;
    }

    /**
     * The rate of a step.
     *
     * @param base the configured rate of the group of parameters
     * @param step index of the step, starting at 0
     * @param plateau the results of the validations so far
     */
    public double at(double base, long step, Plateau plateau) {
        long warmUp = Math.round(plan.warmUpEpochs() * epoch.steps());
        if (step < warmUp) {
            return base * (step + 1) / (warmUp + 1);
        }
        return switch (plan.shape()) {
            case CONSTANT -> base;
            case STEP -> base * Math.pow(plan.factor(), (double) wholeSteps(step));
            case COSINE -> cosine(base, step - warmUp, Math.max(1, steps() - warmUp));
            case PLATEAU -> fallen(base, plateau.falls());
        };
    }

    /** The number of reductions after a number of optimiser steps. */
    private long wholeSteps(long step) {
        return plan.everyValidations() > 0
                ? epoch.validationsOfRun(step) / plan.everyValidations()
                : step / ((long) epoch.steps() * plan.everyEpochs());
    }

    /** After Loshchilov and Hutter 2017, arXiv 1608.03983, without restarts. */
    private double cosine(double base, long step, long length) {
        double least = Math.min(base, plan.minimum());
        return least + (base - least) * (1 + Math.cos(Math.PI * step / length)) / 2;
    }

    private double fallen(double base, int falls) {
        double rate = base;
        for (int i = 0; i < falls; i++) {
            double lower = Math.max(rate * plan.factor(), Math.min(base, plan.minimum()));
            rate = rate - lower > LEAST_FALL ? lower : rate;
        }
        return rate;
    }
}
