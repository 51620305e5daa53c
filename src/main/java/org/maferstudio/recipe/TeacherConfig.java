package org.maferstudio.recipe;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Who teaches in cross-resolution training: a network that never changes and sees each image as it is, while the
 * student gets the downsampled image and is trained to compute the teacher's features all the same.
 *
 * @param who whose weights the teacher has
 * @param weights the weight file of a teacher with a {@link Who#FILE} of its own; else of no matter
 * @param lambda how much the mean squared distance of the features counts beside the cross entropy, at least 0
 * @param draws whether the teacher sees the random transforms of the student
 */
public record TeacherConfig(Who who, String weights, double lambda, Draws draws) {
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
        /** Those of a file of its own. */
        FILE;

        /** Such as {@code base}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** No teacher; lambda is 0.1 once one is chosen. */
    public static final TeacherConfig NONE = new TeacherConfig(Who.NONE, "", 0.1);

    /** A teacher that sees the random transforms of the student. */
    public TeacherConfig(Who who, String weights, double lambda) {
        this(who, weights, lambda, Draws.SHARED);
    }

    public TeacherConfig {
        draws = draws == null ? Draws.SHARED : draws;
        weights = weights == null ? "" : weights;
        RecipeFields.check("objective.teacher.lambda", lambda);
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
