package org.maferstudio.network.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.ParameterSlot;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/**
 * What happened to each parameter when weights were read from a file.
 *
 * @param entries the network's parameters, in the order of the layers
 * @param leftOut the names of what the file has and the network does not
 */
public record LoadReport(List<Entry> entries, List<String> leftOut) {
    /** Counters that PyTorch stores with each batch norm and that are not needed. */
    private static final String BATCH_COUNT = ".num_batches_tracked";

    /** Number of arrays that a message lists. */
    private static final int NAMED = 3;

    public LoadReport {
        entries = List.copyOf(entries);
        leftOut = List.copyOf(leftOut);
    }

    /** What happened to one parameter. */
    public enum Fate {
        /** Loaded from the file under its own name. */
        READ,
        /** Loaded from the file under another name. */
        RENAMED,
        /** Missing in the file; not changed. */
        MISSING,
        /** Has another shape or no real numbers in the file; not changed. */
        OTHER_SHAPE
    }

    /**
     * One parameter.
     *
     * @param name in the network, such as {@code conv2_1_3x3_bn.running_mean}
     * @param shape in the network
     * @param found its name in the file; empty if it is missing
     * @param there its type and shape in the file, such as {@code F32 [7, 2048]}; empty if it is missing
     */
    public record Entry(String name, List<Long> shape, Fate fate, String found, String there) {
        /** Whether it was loaded. */
        public boolean taken() {
            return fate == Fate.READ || fate == Fate.RENAMED;
        }

        private String layer() {
            return name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }

        private String last() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        /** The outcome, with the last part of its name. */
        public String sentence() {
            return switch (fate) {
                case READ -> Texts.of("network.report.entry.read", last());
                case RENAMED -> Texts.of("network.report.entry.renamed", last(), found);
                case MISSING -> Texts.of("network.report.entry.missing", last());
                case OTHER_SHAPE -> Texts.of("network.report.entry.otherShape", last(), shape, there);
            };
        }
    }

    /** Simulates loading a network with a number of classes. */
    public static LoadReport of(NetworkSpec spec, int classes, WeightFile file) {
        return of(Blueprint.of(spec).slots(classes), file);
    }

    public static LoadReport of(Collection<ParameterSlot> slots, WeightFile file) {
        Map<String, String> found = NameMatch.of(slots, file.tensors());
        List<Entry> entries = slots.stream()
                .map(slot -> entry(slot, file.tensors().get(found.get(slot.name()))))
                .toList();
        Set<String> used = Set.copyOf(found.values());
        List<String> leftOut = file.tensors().keySet().stream()
                .filter(name -> !used.contains(name) && !name.endsWith(BATCH_COUNT))
                .toList();
        return new LoadReport(entries, leftOut);
    }

    private static Entry entry(ParameterSlot slot, Tensor tensor) {
        List<Long> shape = Arrays.stream(slot.shape().getShape()).boxed().toList();
        if (tensor == null) {
            return new Entry(slot.name(), shape, Fate.MISSING, "", "");
        }
        String there = tensor.type() + " " + tensor.shape();
        if (!tensor.isReal() || !StructureMatch.squeezed(tensor.shape()).equals(StructureMatch.squeezed(shape))) {
            return new Entry(slot.name(), shape, Fate.OTHER_SHAPE, tensor.name(), there);
        }
        Fate fate = tensor.name().equals(slot.name()) ? Fate.READ : Fate.RENAMED;
        return new Entry(slot.name(), shape, fate, tensor.name(), there);
    }

    /** The names of the loaded parameters. */
    public List<String> read() {
        return entries.stream().filter(Entry::taken).map(Entry::name).toList();
    }

    /** The names of the missing parameters. */
    public List<String> missing() {
        return names(Fate.MISSING);
    }

    /** The names of the parameters with another shape in the file. */
    public List<String> otherShape() {
        return names(Fate.OTHER_SHAPE);
    }

    /** The parameters with another name in the file, with that name. */
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

    /** Whether every parameter of the network was loaded. */
    public boolean complete() {
        return missing().isEmpty() && otherShape().isEmpty();
    }

    /** Whether every parameter before the classifier was loaded: enough for fine-tuning with other classes. */
    public boolean completeButClassifier() {
        return missing().stream().allMatch(Blueprint::isClassifier)
                && otherShape().stream().allMatch(Blueprint::isClassifier);
    }

    /** Whether the classifier was loaded. */
    public boolean classifierRead() {
        return entries.stream()
                .filter(entry -> Blueprint.isClassifier(entry.name()))
                .allMatch(Entry::taken);
    }

    /** Whether layers were recognised by their structure, as the file has other names for them. */
    public boolean structural() {
        return renamed().entrySet().stream()
                .filter(name -> !Blueprint.isClassifier(name.getKey()))
                .anyMatch(name -> !name.getValue().endsWith(name.getKey()));
    }

    /** Whether an array before the classifier has another shape, so that it belongs to another network. */
    public boolean otherBody() {
        return !otherShape().stream().allMatch(Blueprint::isClassifier);
    }

    /**
     * The parameters that were not loaded, and why: the first few, separated by semicolons; empty if all were loaded.
     */
    public String unchanged() {
        List<Entry> kept = entries.stream().filter(entry -> !entry.taken()).toList();
        String first = kept.stream()
                .limit(NAMED)
                .map(entry -> entry.layer() + "." + entry.sentence())
                .collect(Collectors.joining("; "));
        return kept.size() > NAMED ? Texts.of("network.report.keptMore", first, kept.size() - NAMED) : first;
    }

    /** A sentence with the counts. */
    public String sentence() {
        Object[] counts = {
            read().size(),
            entries.size(),
            missing().size(),
            otherShape().size(),
            leftOut.size(),
            renamed().size(),
            prefix().orElse("")
        };
        if (renamed().isEmpty()) {
            return Texts.of("network.report.counts", counts);
        }
        return prefix().isEmpty()
                ? Texts.of("network.report.countsRenamed", counts)
                : Texts.of("network.report.countsPrefixed", counts);
    }

    /** The prefix that most renamed parameters have in the file. */
    private Optional<String> prefix() {
        Map<String, Long> counts = renamed().entrySet().stream()
                .filter(name -> name.getValue().endsWith(name.getKey()))
                .map(name -> name.getValue()
                        .substring(0, name.getValue().length() - name.getKey().length()))
                .collect(Collectors.groupingBy(prefix -> prefix, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** The report by layer: one line per layer, in order, then one line per array of the file that was not used. */
    public List<String> lines() {
        Map<String, List<Entry>> layers = new LinkedHashMap<>();
        entries.forEach(entry -> layers.computeIfAbsent(entry.layer(), layer -> new ArrayList<>())
                .add(entry));
        List<String> lines = new ArrayList<>();
        layers.forEach((layer, parts) -> lines.add(layer + ": " + line(parts)));
        leftOut.forEach(name -> lines.add(Texts.of("network.report.leftOut", name)));
        return lines;
    }

    private static String line(List<Entry> parts) {
        boolean alike = parts.stream().map(Entry::fate).distinct().count() == 1;
        Entry first = parts.get(0);
        if (!alike || first.fate() == Fate.OTHER_SHAPE) {
            return parts.stream().map(Entry::sentence).collect(Collectors.joining("; "));
        }
        return switch (first.fate()) {
            case RENAMED -> Texts.of("network.report.renamedLayer", first.found());
            case MISSING -> Texts.of("network.report.layer.missing");
            default -> Texts.of("network.report.layer.read");
        };
    }
}
