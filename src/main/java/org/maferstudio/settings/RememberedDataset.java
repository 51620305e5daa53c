package org.maferstudio.settings;

import java.util.List;
import java.util.Objects;

/**
 * What is remembered about a dataset that was opened before.
 *
 * @param name as it was read last; empty if it was not
 * @param title the name that the user gave it; empty for its own
 * @param labels the user's mapping of its classes, in the form of {@code --labels}; empty for nothing
 */
public record RememberedDataset(String name, String title, List<String> labels) {
    /** Nothing is remembered. */
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

    /** The same as it was read now. */
    public RememberedDataset withName(String newName) {
        return new RememberedDataset(newName, title, labels);
    }

    /** The same with a name of the user's; empty for its own. */
    public RememberedDataset withTitle(String newTitle) {
        return new RememberedDataset(name, newTitle.strip(), labels);
    }

    /** The same with this mapping of its classes. */
    public RememberedDataset withLabels(List<String> newLabels) {
        return new RememberedDataset(name, title, newLabels);
    }
}
