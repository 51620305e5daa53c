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

    /** The likeliest order of the numbers; empty if the names do not say it. */
    public static Optional<LabelSet> order(Collection<String> names) {
        return isRafDb(names)
                ? Optional.of(LabelSet.rafdb())
                : all(names, FER_PLUS) ? Optional.of(ClassOrder.named("FERPlus")) : Optional.empty();
    }

    /** The dataset's title where only one dataset has such names; else empty. */
    static String title(Collection<String> names) {
        return isRafDb(names) ? "RAF-DB" : "";
    }

    /** Whether all are names of RAF-DB, such as {@code train_00001_aligned.jpg}. */
    public static boolean isRafDb(Collection<String> names) {
        return all(names, RAF_DB);
    }

    private static boolean all(Collection<String> names, Pattern pattern) {
        return !names.isEmpty()
                && names.stream().allMatch(name -> pattern.matcher(name).matches());
    }
}
