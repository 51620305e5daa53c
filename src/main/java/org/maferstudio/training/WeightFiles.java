package org.maferstudio.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maferstudio.experiment.Recipe;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The weight files that a recipe names, and whether they still are what they were when a training began. */
final class WeightFiles {
    /** What a file is for; the words of the sentences, and of {@code experiment.json} in lower case. */
    enum Role {
        /** The network that the training begins with. */
        BASE(Texts.of("training.the-base-network"), Texts.of("training.with-which-this-training-begins")),
        /** The network that it learns from to its end. */
        TEACHER(Texts.of("training.the-teacher"), Texts.of("training.from-which-this-training-learns"));

        private final String title;
        private final String use;

        Role(String title, String use) {
            this.title = title;
            this.use = use;
        }

        /** Such as {@code teacher}. */
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
     * The SHA-256 of each file that the recipe names, by role.
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
     * Looks whether a file is still there and the same.
     *
     * @param sums what {@link #sums} was when the training began; what is not in it is not looked at
     * @throws Problem if it is gone or another
     */
    static void check(Role role, Recipe recipe, Map<String, String> sums) {
        Optional<Path> file = role.file(recipe);
        String before = sums.get(role.id());
        if (file.isPresent() && before != null && !before.equals(sum(role, file.get()))) {
            throw Problem.input(Texts.of("training.is-not-the-file-that-it-was-its", role.title, file.get(), role.use));
        }
    }

    private static String sum(Role role, Path file) {
        if (!Files.exists(InputFile.of(file))) {
            throw Problem.input(Texts.of("training.is-not-there-bring-that-file", role.title, file, role.use));
        }
        try {
            return Checkpoints.sha256(file);
        } catch (IOException e) {
            throw Problem.input(Texts.of("training.cannot-be-read-check-the-disk-it", role.title, file, role.use), e);
        }
    }
}
