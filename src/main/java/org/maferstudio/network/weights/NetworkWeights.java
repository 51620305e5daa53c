package org.maferstudio.network.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.ParameterSlot;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.NetworkCopies;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;
import org.maferstudio.weights.WeightImport;

/**
 * The weights of one network in a file that may contain several, such as a running average or a teacher and its
 * student.
 *
 * @param found what the file is, for display
 * @param weights of the selected network, and other arrays next to them
 * @param notes for the user on the selection
 */
public record NetworkWeights(String found, WeightFile weights, List<String> notes) {
    public NetworkWeights {
        notes = List.copyOf(notes);
    }

    /** A network in the file: where, and the arrays that could be its own. */
    private record Candidate(String place, String found, WeightFile weights, Collection<Tensor> body) {}

    /**
     * Reads the network of a file. If the file contains another network or none, returns its largest part, and {@link
     * LoadReport} lists what is missing.
     *
     * @param name of the network, such as {@code se-resnet-50}
     * @throws Problem if the file cannot be read, contains a known unsupported network, or several networks without a
     *     clear choice
     */
    public static NetworkWeights read(Path file, String name) {
        return of(file, WeightImport.read(file), name);
    }

    /**
     * Reads the network with a prefix.
     *
     * @param prefix such as {@code student}
     * @throws Problem as {@link #read(Path, String)}, or if there is no such prefix
     */
    public static NetworkWeights read(Path file, String name, Optional<String> prefix) {
        WeightImport read = WeightImport.read(file);
        return of(file, prefix.map(read::behind).orElse(read), name);
    }

    private static NetworkWeights of(Path file, WeightImport read, String name) {
        List<Candidate> candidates = new ArrayList<>();
        for (WeightImport.Part part : read.parts()) {
            candidates.addAll(candidates(part.place(), read.found(part), part.weights(), name));
        }
        if (candidates.isEmpty() && read.parts().size() > 1) {
            WeightFile all = MmdnnNames.toPyTorch(read.all());
            candidates.addAll(candidates("", read.found(new WeightImport.Part("", "", all)), all, name));
        }
        if (candidates.isEmpty()) {
            refuseOther(file, name, read.weights());
            if (isUnnamed(read)) {
                return ofGraph(file, read, name);
            }
            return new NetworkWeights(read.found(), read.weights(), List.of());
        }
        Candidate chosen = chosen(file, distinct(candidates));
        List<String> notes = new ArrayList<>();
        List<String> others = prefixes(candidates);
        others.remove(chosen.place());
        if (distinct(candidates).size() > 1) {
            notes.add(Texts.of(
                    "network.import.note.severalNetworks",
                    file,
                    shown(chosen.place()),
                    others.stream().map(NetworkWeights::shown).collect(Collectors.joining(", "))));
        }
        WeightFile weights = withClassifier(chosen, read, candidates, name);
        LoadReport report = report(name, weights).orElseThrow();
        if (report.structural()) {
            notes.add(Texts.of(
                    "network.import.note.structure",
                    file,
                    name,
                    report.entries().get(0).found()));
        }
        return new NetworkWeights(chosen.found(), weights, notes);
    }

    private static NetworkWeights ofGraph(Path file, WeightImport read, String name) {
        try {
            return ofGraph(read, name);
        } catch (NoMatch e) {
            throw Problem.input(Texts.of("network.import.error.graph", file, name, e.getMessage()), e);
        }
    }

    private static NetworkWeights ofGraph(WeightImport read, String name) throws NoMatch {
        WeightFile weights = read.weights();
        GraphMatch.Match match =
                GraphMatch.of(name, GraphLayer.of(read.nodes(), weights.tensors()), weights.metadata());
        return new NetworkWeights(
                read.found(),
                match.weights(),
                List.of(
                        match.folded() == 0
                                ? Texts.of("network.import.note.graph", name)
                                : Texts.of("network.import.note.folded", name, match.folded())));
    }

    /**
     * The weights of an ONNX file that has lost their names, under the names of the program's network that its operations
     * are; empty if it has names, or is another network.
     */
    public static Optional<NetworkWeights> ofUnnamed(WeightImport read) {
        return isUnnamed(read)
                ? NetworkSpec.NAMES.stream()
                        .flatMap(name -> matching(read, name).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether only the operations of a file can show which network it has. */
    private static boolean isUnnamed(WeightImport read) {
        return !read.nodes().isEmpty()
                && NetworkSpec.NAMES.stream().allMatch(name -> candidates("", "", read.weights(), name)
                        .isEmpty());
    }

    private static Optional<NetworkWeights> matching(WeightImport read, String name) {
        try {
            return Optional.of(ofGraph(read, name));
        } catch (NoMatch e) {
            return Optional.empty();
        }
    }

    /** The array of a parameter of some network, whatever the file calls it. */
    public Optional<Tensor> find(NetworkSpec spec, String parameter) {
        return find(spec, parameter, weights);
    }

    private static Optional<Tensor> find(NetworkSpec spec, String parameter, WeightFile weights) {
        String name =
                NameMatch.of(Blueprint.of(spec).slots(1), weights.tensors()).get(parameter);
        return Optional.ofNullable(weights.tensors().get(name));
    }

    /** The network of this name with the channels and the width of the file's first convolution; empty without one. */
    public Optional<NetworkSpec> spec(String name) {
        return spec(name, weights);
    }

    private static Optional<NetworkSpec> spec(String name, WeightFile weights) {
        NetworkSpec usual = NetworkSpec.of(name, NetworkSpec.COLOURS);
        List<Long> shape = find(usual, Blueprint.of(usual).stemWeight(), weights)
                .map(Tensor::shape)
                .filter(sizes -> sizes.size() == 4)
                .orElse(List.of(0L, 0L));
        try {
            return Optional.of(new NetworkSpec(
                    name, Math.toIntExact(shape.get(1)), Math.toIntExact(shape.get(0)), usual.batchNormMomentum()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Returns the network with the width of the file's first convolution, or unchanged if none fits. */
    public NetworkSpec asWide(NetworkSpec spec) {
        return spec(spec.name())
                .filter(found -> found.channels() == spec.channels())
                .map(found -> found.withBatchNormMomentum(spec.batchNormMomentum()))
                .orElse(spec);
    }

    private static void refuseOther(Path file, String name, WeightFile weights) {
        UnsupportedNetwork.of(weights.tensors()).ifPresent(other -> {
            throw Problem.input(
                    other.equalsIgnoreCase(name)
                            ? Texts.of("network.import.error.variant", file, other)
                            : Texts.of("network.import.error.wrongNetwork", file, other, name));
        });
    }

    /** The network's report on a file, with the width that the file's first convolution has; empty if it has none. */
    private static Optional<LoadReport> report(String name, WeightFile weights) {
        return spec(name, weights).map(spec -> LoadReport.of(spec, 1, weights));
    }

    private static List<Candidate> candidates(String place, String found, WeightFile weights, String name) {
        List<String> roots = NameMatch.roots(slots(name), weights.tensors());
        List<Candidate> candidates = new ArrayList<>();
        for (String root : roots) {
            WeightFile own = without(
                    weights, roots.stream().filter(other -> !other.equals(root)).toList(), root);
            Optional<LoadReport> report = report(name, own);
            if (report.filter(LoadReport::completeButClassifier).isPresent()) {
                String whole = place.isEmpty() || root.isEmpty() ? place + root : place + "." + root;
                candidates.add(new Candidate(whole.replaceFirst("\\.$", ""), found, own, body(report.get(), own)));
            }
        }
        return candidates;
    }

    private static List<ParameterSlot> slots(String name) {
        return Blueprint.of(NetworkSpec.of(name, NetworkSpec.COLOURS)).slots(1);
    }

    /** The arrays without any of some prefixes, or with a longer one. */
    private static WeightFile without(WeightFile weights, List<String> prefixes, String kept) {
        Map<String, Tensor> rest = new LinkedHashMap<>();
        weights.tensors().forEach((name, tensor) -> {
            boolean other = prefixes.stream()
                    .anyMatch(prefix -> prefix.isEmpty()
                            ? !name.startsWith(kept)
                            : name.startsWith(prefix) && !(kept.startsWith(prefix) && name.startsWith(kept)));
            if (!other) {
                rest.put(name, tensor);
            }
        });
        return new WeightFile(rest, weights.metadata());
    }

    private static List<Tensor> body(LoadReport report, WeightFile weights) {
        return report.entries().stream()
                .filter(LoadReport.Entry::taken)
                .map(entry -> weights.tensors().get(entry.found()))
                .toList();
    }

    /** The candidates whose numbers are not those of one before. */
    private static List<Candidate> distinct(List<Candidate> candidates) {
        List<Candidate> distinct = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (distinct.stream().noneMatch(other -> sameNumbers(candidate.body(), other.body()))) {
                distinct.add(candidate);
            }
        }
        return distinct;
    }

    private static boolean sameNumbers(Collection<Tensor> some, Collection<Tensor> others) {
        List<Tensor> one = List.copyOf(some);
        List<Tensor> two = List.copyOf(others);
        if (one.size() != two.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i).type() != two.get(i).type()
                    || !one.get(i).data().equals(two.get(i).data())) {
                return false;
            }
        }
        return true;
    }

    private static Candidate chosen(Path file, List<Candidate> candidates) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        List<String> places = prefixes(candidates);
        String original = NetworkCopies.original(places)
                .orElseThrow(() -> Problem.input(Texts.of(
                        "network.import.error.severalNetworks",
                        file,
                        places.stream().map(NetworkWeights::shown).collect(Collectors.joining(", ")),
                        places.get(places.size() - 1))));
        return candidates.stream()
                .filter(candidate -> candidate.place().equals(original))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> prefixes(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::place).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String shown(String place) {
        return place.isEmpty() ? Texts.of("network.import.topLevel") : place;
    }

    /** Adds a classifier from another part of the file if the network's own part has none. */
    private static WeightFile withClassifier(
            Candidate chosen, WeightImport read, List<Candidate> candidates, String name) {
        boolean apart = read.parts().size() > 1
                && candidates.size() == 1
                && report(name, chosen.weights()).orElseThrow().missing().stream()
                        .anyMatch(Blueprint::isClassifier);
        if (!apart) {
            return chosen.weights();
        }
        WeightFile all = read.all();
        Set<String> missing =
                Set.copyOf(report(name, all).map(LoadReport::missing).orElse(List.of("")));
        return missing.isEmpty() ? all : chosen.weights();
    }
}
