package org.maferstudio.datasets.annotations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.files.ReadableFiles;

/** The names of YOLO's classes, by number; none if the dataset does not list them. */
final class YoloNames {
    private static final Pattern ITEM = Pattern.compile("(?:-|\\d{1,4}\\s*:)\\s*(.*)");

    private final ReadableFiles files;

    YoloNames(ReadableFiles files) {
        this.files = files;
    }

    List<String> names() {
        for (String entry : files.entries()) {
            String file = EntryNames.fileName(entry).toLowerCase(Locale.ROOT);
            List<String> names = List.of();
            if (file.endsWith(".yaml") || file.endsWith(".yml")) {
                names = ofYaml(TextLines.first(files, entry));
            } else if (file.equals("classes.txt") || file.endsWith(".names")) {
                names = TextLines.first(files, entry);
            }
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    /** {@code names: [a, b]}, or a list or numbered lines below {@code names:}. */
    private static List<String> ofYaml(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("names\\s*:.*")) {
                String inline = lines.get(i).substring(lines.get(i).indexOf(':') + 1);
                int next = i + 1;
                while (inline.contains("[") && !inline.contains("]") && next < lines.size()) {
                    inline += lines.get(next++);
                }
                return inline.isBlank() ? items(lines.subList(next, lines.size())) : inline(inline);
            }
        }
        return List.of();
    }

    private static List<String> inline(String list) {
        String inner = list.replaceAll("^[^\\[{]*[\\[{]", "").replaceAll("[\\]}].*$", "");
        return Arrays.stream(inner.split(","))
                .map(item -> unquoted(item.replaceFirst("^\\s*\\d{1,4}\\s*:", "")))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static List<String> items(List<String> lines) {
        List<String> items = new ArrayList<>();
        for (String line : lines) {
            Matcher item = ITEM.matcher(line);
            if (!item.matches()) {
                break;
            }
            items.add(unquoted(item.group(1)));
        }
        return items;
    }

    private static String unquoted(String text) {
        return text.replaceFirst("\\s#.*$", "").strip().replaceAll("^['\"]|['\"]$", "");
    }
}
