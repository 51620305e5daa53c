package org.maferstudio.slices;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds samples by the names that tables give them: the whole name, or as much of its end as names one sample only, with or
 * without the file extension.
 */
final class SampleNames {
    /** Extension of RAF-DB's images, whose tables name the originals. */
    private static final String ALIGNED = "_aligned";

    private final Map<String, String> samples = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    SampleNames(Collection<String> ids) {
        for (String id : ids) {
            for (String name : names(id)) {
                String other = samples.putIfAbsent(name, id);
                if (other != null && !other.equals(id)) {
                    ambiguous.add(name);
                }
            }
        }
    }

    /** The sample that a table means; empty if none or several. */
    Optional<String> find(String typed) {
        for (String name : names(typed)) {
            if (samples.containsKey(name) && !ambiguous.contains(name)) {
                return Optional.of(samples.get(name));
            }
        }
        return Optional.empty();
    }

    /** From the whole name to the file's, each with and without its extension. */
    private static List<String> names(String id) {
        String whole = id.strip().replace('\\', '/').toLowerCase(Locale.ROOT);
        String file = whole.substring(whole.lastIndexOf('/') + 1);
        int parent = whole.lastIndexOf('/', whole.length() - file.length() - 2);
        String near = whole.substring(parent + 1);
        return List.of(whole, stem(whole), near, stem(near), file, stem(file)).stream()
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
        return stem.endsWith(ALIGNED) ? stem.substring(0, stem.length() - ALIGNED.length()) : stem;
    }
}
