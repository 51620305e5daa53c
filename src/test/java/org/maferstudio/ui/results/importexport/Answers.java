package org.maferstudio.ui.results.importexport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.ui.controls.FileDialogs;

/** A user who knows where everything goes. */
final class Answers implements FileDialogs {
    private final Path folder;
    private final List<String> suggested = new ArrayList<>();
    private List<Path> files = List.of();

    Answers(Path folder) {
        this.folder = folder;
    }

    /** Will choose this file. */
    void choose(Path file) {
        files = List.of(file);
    }

    /** The names that were suggested, in their order. */
    List<String> suggested() {
        return suggested;
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return Optional.empty();
    }

    @Override
    public List<Path> chooseFiles(String title, List<String> endings) {
        return files;
    }

    @Override
    public Optional<Path> chooseTarget(String title, String suggestedName, List<String> endings) {
        suggested.add(suggestedName);
        return Optional.of(folder.resolve(suggestedName));
    }
}
