package org.maferstudio.ui.shell;

import java.util.Locale;
import javafx.scene.input.KeyCombination;

/**
 * Something the window can do from anywhere.
 *
 * @param title what the command list says, such as {@code Go to Results}
 * @param key the key for it, such as {@code Shortcut+5}
 * @param action does it
 */
record Command(String title, String key, Runnable action) {
    /** The key as the toolkit knows it. */
    KeyCombination combination() {
        return KeyCombination.valueOf(key);
    }

    /** Whether all words of a search occur in the title. */
    boolean matches(String search) {
        String lower = title.toLowerCase(Locale.ROOT);
        for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
