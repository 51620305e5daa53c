package org.maferstudio.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.Sha256;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;

/** The weight files of a recipe, and whether they have changed since the training started. */
final class WeightFiles {
    /** The role of a file; {@code experiment.json} has the names in lower case. */
    enum Role {
        /** The initial weights. */
        BASE,
        /** The teacher. */
        TEACHER;

        /** The identifier, such as {@code teacher}. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Optional<Path> file(Recipe recipe) {
            return this == BASE
                    ? recipe.network().baseFile()
                    : recipe.objective().teacher().file(recipe.network());
        }
    }

    private WeightFiles() {}

    /**
     * Computes the SHA-256 of each file of the recipe, by role.
     *
     * @throws Problem if one cannot be read
     */
    static Map<String, String> sums(Recipe recipe) {
        Map<String, String> sums = new TreeMap<>();
        for (Role role : Role.values()) {
            role.file(recipe).ifPresent(file -> sums.put(role.id(), sum(role, file)));
        }
        return sums;
    }

    /**
     * Checks that a file still exists and is unchanged.
     *
     * @param sums the result of {@link #sums} at the start of the training; files that are not in it are not checked
     * @throws Problem if it does not exist or has changed
     */
    static void check(Role role, Recipe recipe, Map<String, String> sums) {
        Optional<Path> file = role.file(recipe);
        String before = sums.get(role.id());
        if (file.isPresent() && before != null && !before.equals(sum(role, file.get()))) {
            throw Problem.input(Texts.of("training.error.weightsChanged", role.id(), file.get()));
        }
    }

    private static String sum(Role role, Path file) {
        if (!Files.exists(InputFile.of(file))) {
            throw Problem.input(Texts.of("training.error.weightsMissing", role.id(), file));
        }
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw Problem.input(Texts.of("training.error.weightsUnreadable", role.id(), file), e);
        }
    }
}
