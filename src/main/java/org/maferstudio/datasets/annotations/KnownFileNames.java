package org.maferstudio.datasets.annotations;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.expression.LabelSet;

/** Datasets whose file names give them away, and the order of their numbers; only to suggest it. */
public final class KnownFileNames {
    private static final Pattern RAF_DB = Pattern.compile("(train|test)_\\d+(_aligned)?\\.\\w+");
    private static final Pattern FER_PLUS = Pattern.compile("fer\\d{7}\\.\\w+");

    private KnownFileNames() {}

    /** The likeliest order of the numbers; empty if the names do not show it. */
    public static Optional<LabelSet> order(Collection<String> names) {
        return all(names, RAF_DB)
                ? Optional.of(LabelSet.rafdb())
                : all(names, FER_PLUS) ? Optional.of(ClassOrder.named("FERPlus")) : Optional.empty();
    }

    private static boolean all(Collection<String> names, Pattern pattern) {
        return !names.isEmpty()
                && names.stream().allMatch(name -> pattern.matcher(name).matches());
    }
}
