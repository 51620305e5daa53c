package org.maferstudio.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCombination;

/**
 * Something the window can do from anywhere.
 *
 * @param title shown in the command list, such as {@code Go to Results}
 * @param keys each of which runs it, such as {@code Shortcut+5}; the first is shown
 * @param action does it
 */
record Command(String title, List<String> keys, Runnable action) {
    Command {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(title + " needs at least one key");
        }
    }

    /** A command with one key. */
    Command(String title, String key, Runnable action) {
        this(title, List.of(key), action);
    }

    /** The keys as JavaFX combinations. */
    List<KeyCombination> combinations() {
        return keys.stream().map(KeyCombination::valueOf).toList();
    }

    /** The key to show. */
    String keyText() {
        return combinations().get(0).getDisplayText();
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
