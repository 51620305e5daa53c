package org.maferstudio.series.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.FieldType;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeField;
import org.maferstudio.recipe.RecipeFields;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.series.ShellWords;
import org.maferstudio.texts.Texts;

/**
 * The datasets and weight files of recipes, which have other places on a host.
 *
 * @param remote the host; with a folder of data, files have the same names in it, otherwise the same paths
 */
record RemoteInputs(RemoteHost remote) {
    private static final List<RecipeField<?>> FILES = RecipeFields.all().stream()
            .filter(field -> field.type().kind() == FieldType.Kind.FILE)
            .toList();

    /** The recipe with the paths of the host. */
    Recipe there(Recipe recipe) {
        if (remote.data().isEmpty()) {
            return recipe;
        }
        Map<String, String> files = new TreeMap<>();
        FILES.stream()
                .filter(field -> !field.text(recipe).isBlank())
                .forEach(field -> files.put(field.id(), there(field.text(recipe))));
        Recipe moved = files.isEmpty() ? recipe : RecipeJson.change(recipe, files);
        return recipe.dataset().isDrawn()
                ? moved
                : moved.on(recipe.dataset()
                        .withPaths(recipe.dataset().paths().stream()
                                .map(this::there)
                                .toList()));
    }

    private String there(String path) {
        return remote.data().isEmpty()
                ? path
                : remote.data() + "/"
                        + Path.of(path).toAbsolutePath().normalize().getFileName();
    }

    /**
     * The files and folders of this computer that runs need.
     *
     * @throws Problem if two of them would be the same file on the host
     */
    Set<String> here(Collection<SeriesRun> runs) {
        Set<String> paths = new LinkedHashSet<>();
        for (Recipe recipe : runs.stream().map(SeriesRun::recipe).toList()) {
            if (!recipe.dataset().isDrawn()) {
                paths.addAll(recipe.dataset().paths());
            }
            FILES.stream()
                    .map(field -> field.text(recipe))
                    .filter(path -> !path.isBlank())
                    .forEach(paths::add);
        }
        Map<String, String> names = new TreeMap<>();
        for (String path : paths) {
            String other = names.put(there(path), path);
            if (other != null) {
                throw Problem.input(Texts.of("series.remote.error.sameName", other, path));
            }
        }
        return paths;
    }

    /** Those that the host does not have. */
    List<String> missing(Ssh ssh, Collection<String> paths) {
        List<String> all = List.copyOf(paths);
        List<String> tests = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            tests.add("[ -e " + ShellWords.of(there(all.get(i))) + " ] || echo " + i);
        }
        return ssh.run(String.join("\n", tests) + "\n:")
                .text()
                .lines()
                .map(line -> all.get(Integer.parseInt(line.strip())))
                .toList();
    }

    /**
     * Checks that the host has everything.
     *
     * @throws Problem if something is missing
     */
    void check(Ssh ssh, Collection<String> paths) {
        List<String> missing = missing(ssh, paths);
        if (!missing.isEmpty()) {
            String names = missing.stream().map(this::there).collect(Collectors.joining(", "));
            throw Problem.input(Texts.of("series.remote.error.noInput", remote.host(), names));
        }
    }

    /**
     * Sends what the host does not have. What arrives in part is sent again the next time.
     *
     * @return whether everything was sent; false if a stop was requested
     */
    boolean send(Ssh ssh, Collection<String> paths, Progress progress) {
        List<String> missing = missing(ssh, paths);
        for (int i = 0; i < missing.size() && !progress.stopRequested(); i++) {
            Path file = Path.of(missing.get(i));
            progress.report(i / (double) missing.size(), Texts.of("series.remote.progress.send", file.getFileName()));
            String part = ShellWords.of(remote.data() + "/.mafer-part");
            String place = ShellWords.of(there(missing.get(i)));
            String name = ShellWords.of(file.getFileName().toString());
            Ssh.Answer answer = ssh.send(
                    "rm -rf " + part + " && mkdir -p " + part + " && tar -xf - -C " + part + " && mv " + part + "/"
                            + name + " " + place + " && rmdir " + part,
                    out -> write(out, file));
            if (answer.code() != 0) {
                throw Problem.failure(Texts.of("series.remote.error.send", file, remote.host(), answer.reason()));
            }
        }
        return !progress.stopRequested();
    }

    private static void write(OutputStream out, Path file) throws IOException {
        try (TarWriter tar = new TarWriter(out)) {
            tar.addTree(file);
        }
    }
}
