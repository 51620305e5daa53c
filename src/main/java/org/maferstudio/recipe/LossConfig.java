package org.maferstudio.recipe;

import java.util.Locale;

/**
 * What a training makes small: the cross entropy, with weights for classes and softened labels, and where there is a
 * teacher the distance of its features as well.
 *
 * @param classWeights how classes count
 * @param labelSmoothing the share of a label that is spread over all classes, 0 to 1 (not included)
 * @param teacher whose features are learned in addition to the labels
 */
public record LossConfig(ClassWeights classWeights, double labelSmoothing, TeacherConfig teacher) {
    /** How classes count; {@link #id()} is the name in files. */
    public enum ClassWeights {
        /** All the same. */
        NONE,
        /** The authors': {@code w_c = 1 - n_c / N} over the training split. */
        INVERSE_FREQUENCY;

        /** Such as {@code inverse-frequency}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * One weight a class.
         *
         * @param counts how many training samples each class has
         */
        public float[] weights(int[] counts) {
            float[] weights = new float[counts.length];
            double all = 0;
            for (int count : counts) {
                all += count;
            }
            for (int i = 0; i < counts.length; i++) {
                weights[i] = this == NONE ? 1f : (float) (1 - counts[i] / all);
            }
            return weights;
        }
    }

    /** Plain classes, labels softened by a tenth. */
    public static final LossConfig DEFAULT = new LossConfig(ClassWeights.NONE, 0.1);

    /** Without a teacher. */
    public LossConfig(ClassWeights classWeights, double labelSmoothing) {
        this(classWeights, labelSmoothing, TeacherConfig.NONE);
    }

    public LossConfig {
        RecipeFields.check("objective.labelSmoothing", labelSmoothing);
        RecipeFields.require("objective.teacher", teacher);
    }
}
