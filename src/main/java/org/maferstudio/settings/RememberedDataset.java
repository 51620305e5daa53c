package org.maferstudio.settings;

import java.util.List;
import java.util.Objects;

/**
 * Saved information about a dataset that was opened before.
 *
 * @param name as last read; empty if it was never read
 * @param title the name given by the user; empty for the dataset's own
 * @param labels the user's mapping of its classes, in the form of {@code --labels}; empty for none
 */
public record RememberedDataset(String name, String title, List<String> labels) {
    /** No saved information. */
    public static final RememberedDataset NONE = new RememberedDataset("", "", List.of());

    public RememberedDataset {
        name = Objects.requireNonNullElse(name, "");
        title = Objects.requireNonNullElse(title, "");
        labels = labels == null
                ? List.of()
                : labels.stream().filter(Objects::nonNull).toList();
    }

    /** The displayed name; empty if there is none. */
    public String shownName() {
        return title.isEmpty() ? name : title;
    }

    /** Returns a copy with the name as read now. */
    public RememberedDataset withName(String newName) {
        return new RememberedDataset(newName, title, labels);
    }

    /** Returns a copy with a name given by the user; empty for the dataset's own. */
    public RememberedDataset withTitle(String newTitle) {
        return new RememberedDataset(name, newTitle.strip(), labels);
    }

    /** Returns a copy with this mapping of its classes. */
    public RememberedDataset withLabels(List<String> newLabels) {
        return new RememberedDataset(name, title, newLabels);
    }
}
