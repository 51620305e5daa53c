package org.maferstudio.ui.controls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for files and folders; replaced in tests and screenshot tours. */
public interface FileDialogs {
    /** Asks for a folder that exists. */
    Optional<Path> chooseFolder(String title);

    /** Asks for files that exist, of these endings such as {@code csv}; none offers all files. */
    List<Path> chooseFiles(String title, List<String> endings);

    /** Asks where to write a file; the ending determines the format. */
    Optional<Path> chooseTarget(String title, String suggestedName, List<String> endings);

    /** Cancels every dialog. */
    FileDialogs CANCEL = new FileDialogs() {
        @Override
        public Optional<Path> chooseFolder(String title) {
            return Optional.empty();
        }

        @Override
        public List<Path> chooseFiles(String title, List<String> endings) {
            return List.of();
        }

        @Override
        public Optional<Path> chooseTarget(String title, String suggestedName, List<String> endings) {
            return Optional.empty();
        }
    };
}
