package org.maferstudio.recipe;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The teacher of cross-resolution training: a fixed network that gets images at native resolution, while the student
 * gets downsampled images and is trained to reproduce the teacher's features.
 *
 * @param who whose weights the teacher has
 * @param weights the weight file for {@link Who#FILE}; otherwise ignored
 * @param lambda weight of the mean squared distance of the features relative to the cross entropy, at least 0
 * @param distillation weight of the divergence of the class probabilities from the teacher's relative to the cross
 *     entropy, at least 0; 0 compares the features alone
 * @param temperature by which the logits of both are divided for that divergence, above 0
 * @param draws whether the teacher's images get the same random transforms as the student's
 */
public record TeacherConfig(
        Who who, String weights, double lambda, Draws draws, double distillation, double temperature) {
    /** Whose random transforms the teacher's images go through; {@link #id()} is the name in files. */
    public enum Draws {
        /** The student's: crop, grey and all else are the same for the pair. */
        SHARED,
        /** Its own, drawn independently: what the paper's authors do. */
        OWN;

        /** Such as {@code shared}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose weights the teacher has; {@link #id()} is the name in files. */
    public enum Who {
        /** There is no teacher. */
        NONE,
        /** The network that the student begins with, as in the paper. */
        BASE,
        /** A separate weight file. */
        FILE;

        /** Such as {@code base}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final double USUAL_TEMPERATURE = 2;

    /** No teacher; lambda is 0.1 once one is chosen. */
    public static final TeacherConfig NONE = new TeacherConfig(Who.NONE, "", 0.1);

    /** A teacher that sees the random transforms of the student. */
    public TeacherConfig(Who who, String weights, double lambda) {
        this(who, weights, lambda, Draws.SHARED);
    }

    /** A teacher whose features alone are learned. */
    public TeacherConfig(Who who, String weights, double lambda, Draws draws) {
        this(who, weights, lambda, draws, 0, USUAL_TEMPERATURE);
    }

    public TeacherConfig {
        draws = draws == null ? Draws.SHARED : draws;
        weights = weights == null ? "" : weights;
        RecipeFields.check("objective.teacher.lambda", lambda);
        RecipeFields.check("objective.teacher.distillation", distillation);
        RecipeFields.check("objective.teacher.temperature", temperature);
    }

    /** Whether the class probabilities of the teacher are learned, not its features alone. */
    public boolean distils() {
        return teaches() && distillation > 0;
    }

    /** Whether there is one. */
    public boolean teaches() {
        return who != Who.NONE;
    }

    /**
     * The weight file; empty if there is no teacher.
     *
     * @param student the network that learns from it
     * @throws Problem if a teacher is asked for and no file is named
     */
    public Optional<Path> file(NetworkConfig student) {
        return switch (who) {
            case NONE -> Optional.empty();
            case BASE ->
                Optional.of(
                        student.baseFile().orElseThrow(() -> Problem.input(Texts.of("recipe.teacher.error.noBase"))));
            case FILE -> {
                if (weights.isBlank()) {
                    throw Problem.input(Texts.of("recipe.teacher.error.noFile"));
                }
                yield Optional.of(Path.of(weights));
            }
        };
    }
}
