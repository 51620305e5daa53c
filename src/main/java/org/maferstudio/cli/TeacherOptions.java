package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.Map;
import org.maferstudio.recipe.TeacherConfig;
import picocli.CommandLine.Option;

/** The options of a training that learns from a teacher. */
final class TeacherOptions {
    @Option(
            names = "--teacher",
            paramLabel = "FILE|base|none",
            description =
                    "A weight file of the same network, which teaches its features of the pictures as they are to "
                            + "the network that sees them lowered; base: the network of --base.")
    private String teacher;

    @Option(
            names = "--lambda",
            description = "How much the mean squared distance from the teacher's features counts (default: 0.1).")
    private Double lambda;

    @Option(
            names = "--teacher-draws",
            paramLabel = "shared|own",
            description = "Whether the teacher's images go through the random transforms of the student's (shared), or"
                    + " through transforms drawn independently (own) (default: shared; own in the preset cr).")
    private String draws;

    /** Puts what was said into the changes of a recipe, null for what was not. */
    void into(Map<String, Object> changes) {
        changes.put("objective.teacher.who", who());
        changes.put(
                "objective.teacher.weights",
                who() == TeacherConfig.Who.FILE
                        ? Path.of(teacher).toAbsolutePath().normalize().toString()
                        : null);
        changes.put("objective.teacher.lambda", lambda);
        changes.put("objective.teacher.draws", draws);
    }

    /** Who teaches; null if nobody has said. */
    private TeacherConfig.Who who() {
        if (teacher == null) {
            return null;
        }
        return switch (teacher) {
            case "none" -> TeacherConfig.Who.NONE;
            case "base" -> TeacherConfig.Who.BASE;
            default -> TeacherConfig.Who.FILE;
        };
    }
}
