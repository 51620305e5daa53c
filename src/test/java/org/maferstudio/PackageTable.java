package org.maferstudio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of packages in architecture.md: each package with those that it may use. */
final class PackageTable {
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|");
    private static final Set<String> OPEN_TO_ALL = Set.of("expression", "files", "job", "texts");

    private PackageTable() {}

    /** Packages in the order of the table, each with all that it may use, itself included. */
    static Map<String, Set<String>> read() {
        Map<String, Set<String>> packages = new LinkedHashMap<>();
        List<String> above = new ArrayList<>();
        for (String line : lines()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Set<String> mayUse = new LinkedHashSet<>(OPEN_TO_ALL);
                mayUse.add(row.group(1));
                mayUse.addAll(allowed(row.group(2).strip(), above));
                packages.put(row.group(1), mayUse);
                above.add(row.group(1));
            }
        }
        return packages;
    }

    private static Set<String> allowed(String words, List<String> above) {
        if (words.startsWith("all above")) {
            Set<String> all = new LinkedHashSet<>(above);
            if (words.contains(" but ")) {
                all.remove(words.substring(words.indexOf(" but ") + 5).strip());
            }
            return all;
        }
        return words.equals("nothing") ? Set.of() : Set.of(words.split(",\\s*"));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("src/site/markdown/architecture.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
