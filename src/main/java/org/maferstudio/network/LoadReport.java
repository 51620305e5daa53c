package org.maferstudio.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of each parameter when weights were read from a file.
 *
 * @param entries the network's parameters, in the order of the layers
 * @param leftOut the names of what the file has and the network does not
 */
public record LoadReport(List<Entry> entries, List<String> leftOut) {
    public LoadReport {
        entries = List.copyOf(entries);
        leftOut = List.copyOf(leftOut);
    }

    /** What became of one parameter. */
    public enum Fate {
        /** It took the file's values under its own name. */
        READ("read"),
        /** It took the file's values, which stand there under another name. */
        RENAMED("read under another name"),
        /** The file does not have it; it keeps its value. */
        MISSING("missing"),
        /** Its shape in the file is another, or what stands there are no real numbers; it keeps its value. */
        OTHER_SHAPE("of another shape");

        private final String words;

        Fate(String words) {
            this.words = words;
        }
    }

    /**
     * One parameter.
     *
     * @param name in the network, such as {@code conv2_1_3x3_bn.running_mean}
     * @param shape in the network
     * @param found its name in the file; empty where it is missing
     * @param there its type and shape in the file, such as {@code F32 [7, 2048]}; empty where it is missing
     */
    public record Entry(String name, List<Long> shape, Fate fate, String found, String there) {
        /** Whether it took the file's values. */
        public boolean taken() {
            return fate == Fate.READ || fate == Fate.RENAMED;
        }

        private String layer() {
            return name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }

        private String last() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        /** What became of it, under the last part of its name. */
        String sentence() {
            return switch (fate) {
                case READ -> last() + " read";
                case RENAMED -> last() + " read from " + found;
                case MISSING -> last() + " missing";
                case OTHER_SHAPE -> last() + " is " + shape + " here and " + there + " in the file, not read";
            };
        }
    }

    /** The names of the parameters that took the file's values. */
    public List<String> read() {
        return entries.stream().filter(Entry::taken).map(Entry::name).toList();
    }

    /** The names of the parameters that the file does not have. */
    public List<String> missing() {
        return names(Fate.MISSING);
    }

    /** The names of the parameters whose shape in the file is another. */
    public List<String> otherShape() {
        return names(Fate.OTHER_SHAPE);
    }

    /** The parameters that stand in the file under another name, with that name. */
    public Map<String, String> renamed() {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.fate() == Fate.RENAMED) {
                renamed.put(entry.name(), entry.found());
            }
        }
        return renamed;
    }

    private List<String> names(Fate fate) {
        return entries.stream()
                .filter(entry -> entry.fate() == fate)
                .map(Entry::name)
                .toList();
    }

    /** Whether every parameter of the network took a value. */
    public boolean complete() {
        return missing().isEmpty() && otherShape().isEmpty();
    }

    /** Whether every parameter before the classifier took a value: enough for fine-tuning with other classes. */
    public boolean completeButClassifier() {
        return missing().stream().allMatch(Blueprint::isClassifier)
                && otherShape().stream().allMatch(Blueprint::isClassifier);
    }

    /** One sentence with the counts. */
    public String sentence() {
        return read().size() + " of " + entries.size() + " arrays read"
                + (renamed().isEmpty() ? "" : " (" + renamed().size() + " under another name" + prefix() + ")") + ", "
                + missing().size() + " missing, " + otherShape().size() + " of another shape, " + leftOut.size()
                + " of the file left out.";
    }

    /** The prefix that most renamed parameters have in the file, in words. */
    private String prefix() {
        Map<String, Long> counts = renamed().entrySet().stream()
                .map(name -> name.getValue()
                        .substring(0, name.getValue().length() - name.getKey().length()))
                .collect(Collectors.groupingBy(prefix -> prefix, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> ", mostly with " + most.getKey() + " before it")
                .orElse("");
    }

    /** The report by layer: a line a layer, in order, then a line for each array of the file that was left out. */
    public List<String> lines() {
        Map<String, List<Entry>> layers = new LinkedHashMap<>();
        entries.forEach(entry -> layers.computeIfAbsent(entry.layer(), layer -> new ArrayList<>())
                .add(entry));
        List<String> lines = new ArrayList<>();
        layers.forEach((layer, parts) -> lines.add(layer + ": " + line(parts)));
        leftOut.forEach(name -> lines.add(name + ": in the file only, left out"));
        return lines;
    }

    private static String line(List<Entry> parts) {
        boolean alike = parts.stream().map(Entry::fate).distinct().count() == 1;
        Fate fate = parts.get(0).fate();
        if (alike && fate != Fate.OTHER_SHAPE) {
            String from = fate == Fate.RENAMED ? ", " + parts.get(0).found() + " and so on" : "";
            return fate.words + from;
        }
        return parts.stream().map(Entry::sentence).collect(Collectors.joining("; "));
    }
}
