package org.maferstudio.datasets.readers;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.texts.Texts;

/** The split names used by datasets. */
public final class SplitNames {
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("train", Sample.TRAIN),
            Map.entry("training", Sample.TRAIN),
            Map.entry("trainset", Sample.TRAIN),
            Map.entry("trainingset", Sample.TRAIN),
            Map.entry("validation", Sample.VALIDATION),
            Map.entry("valid", Sample.VALIDATION),
            Map.entry("val", Sample.VALIDATION),
            Map.entry("validationset", Sample.VALIDATION),
            Map.entry("valset", Sample.VALIDATION),
            Map.entry("validate", Sample.VALIDATION),
            Map.entry("eval", Sample.VALIDATION),
            Map.entry("dev", Sample.VALIDATION),
            Map.entry("publictest", Sample.VALIDATION),
            Map.entry("test", Sample.TEST),
            Map.entry("testing", Sample.TEST),
            Map.entry("testset", Sample.TEST),
            Map.entry("privatetest", Sample.TEST));

    private SplitNames() {}

    /** The note on a dataset without splits. */
    public static String none() {
        return Texts.of("datasets.splits.note.none");
    }

    /** Returns the split for a name in any case; empty if unknown. */
    public static Optional<String> of(String spelling) {
        String name = spelling.strip().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return Optional.ofNullable(SPELLINGS.get(name));
    }

    /** The split named by the nearest folder of an entry that names one. */
    static Optional<String> ofFolders(String entry) {
        String[] folders = EntryNames.folders(entry);
        for (int i = folders.length - 1; i >= 0; i--) {
            Optional<String> split = of(folders[i]);
            if (split.isPresent()) {
                return split;
            }
        }
        return Optional.empty();
    }

    /** Returns the split for a name, or the name in lower case. */
    public static String named(String spelling) {
        return of(spelling).orElseGet(() -> spelling.strip().toLowerCase(Locale.ROOT));
    }
}
