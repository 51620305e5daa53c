package org.maferstudio.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;

/** Shows the system's file dialogs, each starting in the last folder. */
final class NativeFileDialogs implements FileDialogs {
    private Window owner;
    private File last;

    /** Sets the owner window. */
    void setOwner(Window window) {
        owner = window;
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing(last));
        File chosen = chooser.showDialog(owner);
        last = chosen == null ? last : chosen;
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public List<Path> chooseFiles(String title, List<String> endings) {
        List<File> chosen = chooser(title, endings).showOpenMultipleDialog(owner);
        if (chosen == null) {
            return List.of();
        }
        last = chosen.get(0).getParentFile();
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseTarget(String title, String suggestedName, List<String> endings) {
        FileChooser chooser = chooser(title, endings);
        chooser.setInitialFileName(suggestedName);
        File chosen = chooser.showSaveDialog(owner);
        last = chosen == null ? last : chosen.getParentFile();
        return Optional.ofNullable(chosen).map(file -> withExtension(file.toPath(), suggestedName, endings));
    }

    /** A name without extension gets that of the suggested name, which determines the format. */
    static Path withExtension(Path file, String suggestedName, List<String> endings) {
        String name = file.getFileName().toString();
        int dot = suggestedName.lastIndexOf('.');
        return endings.isEmpty() || dot < 0 || name.indexOf('.') >= 0
                ? file
                : file.resolveSibling(name + suggestedName.substring(dot));
    }

    private FileChooser chooser(String title, List<String> endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing(last));
        if (endings.size() > 1) {
            List<String> all = endings.stream().map(ending -> "*." + ending).toList();
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Texts.of("app.files.all"), all));
        }
        endings.forEach(
                ending -> chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(ending, "*." + ending)));
        return chooser;
    }

    private static File existing(File folder) {
        return folder != null && folder.isDirectory() ? folder : null;
    }
}
