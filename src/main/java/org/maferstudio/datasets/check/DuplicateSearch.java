package org.maferstudio.datasets.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.ImageSummary;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.datasets.duplicates.NearDuplicates;
import org.maferstudio.files.Sha256;
import org.maferstudio.job.Progress;

/** Finds images that are the same in every pixel, and images that show the same photograph. */
final class DuplicateSearch {
    private final ImageSummary[] prints;

    /** The places of the images with the same pixels, by the hash of these. */
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();

    /**
     * Searches images.
     *
     * @param prints of all images; null if one could not be read
     */
    DuplicateSearch(ImageSummary[] prints) {
        this.prints = prints.clone();
        for (int i = 0; i < prints.length; i++) {
            if (prints[i] != null) {
                places.computeIfAbsent(prints[i].exact(), hash -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /** The groups of two and more images that are the same in every pixel, by place, ascending. */
    List<List<Integer>> exact() {
        return several(places.values());
    }

    /**
     * The groups of two and more images that show the same photograph but differ in pixels, by the first place of each;
     * blank ones are left aside.
     *
     * @param store has the groups if the same images were searched before, and remembers them
     * @return asked to stop, the groups found by then
     */
    List<List<Integer>> near(DuplicateStore store, Progress progress) {
        List<Integer> different = places.values().stream()
                .map(same -> same.get(0))
                .filter(place -> !prints[place].isBlank())
                .toList();
        String key = key(different);
        Optional<List<List<Integer>>> known = store.read(key).flatMap(this::indicesOf);
        if (known.isPresent()) {
            return known.get();
        }
        List<List<Integer>> groups =
                NearDuplicates.among(
                                different.stream()
                                        .map(place -> prints[place].thumbnail())
                                        .toList(),
                                progress)
                        .stream()
                        .map(group -> group.stream().map(different::get).toList())
                        .toList();
        if (!progress.stopRequested()) {
            store.write(
                    key,
                    groups.stream()
                            .map(group -> group.stream()
                                    .map(place -> prints[place].exact())
                                    .toList())
                            .toList());
        }
        return groups;
    }

    /** The places of remembered hashes; empty if one is not among these images, as in a damaged file. */
    private Optional<List<List<Integer>>> indicesOf(List<List<String>> groups) {
        if (!groups.stream().flatMap(List::stream).allMatch(places::containsKey)) {
            return Optional.empty();
        }
        return Optional.of(groups.stream()
                .map(group -> group.stream()
                        .map(hash -> places.get(hash).get(0))
                        .sorted()
                        .toList())
                .sorted(Comparator.comparing(group -> group.get(0)))
                .toList());
    }

    /** Identifies a set of images in any order. */
    private String key(List<Integer> different) {
        Sha256 sum = new Sha256();
        different.stream()
                .map(place -> prints[place].exact())
                .sorted()
                .forEach(hash -> sum.add(hash.getBytes(StandardCharsets.US_ASCII)));
        return sum.hex();
    }

    private static List<List<Integer>> several(Collection<List<Integer>> groups) {
        return groups.stream().filter(group -> group.size() > 1).toList();
    }
}
