package org.maferstudio.datasets.readers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.Expression;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * FER2013 as folders: {@code <split>/<class>/<Usage>_<number>.jpg}.
 *
 * <p>Many copies have one "test" of 7,178 images that merges the public and the private test; the file names tell
 * them apart: the public test is the validation split, the private one the test.
 */
final class Fer2013Folders implements DatasetReader {
    private static final Pattern FILE = Pattern.compile("(Training|PublicTest|PrivateTest)_\\d+\\.\\w+");

    @Override
    public String name() {
        return "fer2013-folders";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.fer2013Folders.layout");
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        ImageFolders folders = new ImageFolders(tree);
        long named = folders.places().stream()
                .filter(place -> usage(place).isPresent())
                .count();
        return !folders.isNumbered()
                && named > 0
                && 2 * named > folders.places().size();
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        ImageFolders folders = new ImageFolders(tree);
        List<String> notes = new ArrayList<>();
        Set<String> merged = merged(folders);
        if (!merged.isEmpty()) {
            notes.add(Texts.of("datasets.format.fer2013Folders.note.merged", String.join(", ", merged)));
        }
        Optional<String> outer = SplitNames.of(tree.name());
        List<Reading.Entry> entries = new ArrayList<>();
        int contempt = 0;
        for (ImageFolders.Place place : folders.places()) {
            if (place.label().equals(Expression.CONTEMPT.id())) {
                contempt++;
            }
            entries.add(ClassFolders.entry(tree, place, split(place, merged, outer)));
        }
        if (contempt > 0) {
            notes.add(Texts.of("datasets.format.fer2013.note.contempt", contempt));
        }
        return new Reading(
                tree.name(),
                false,
                name(),
                Reading.Scheme.fixed(Fer2013Csv.labels(contempt > 0)),
                entries,
                ClassFolders.damage(folders),
                ClassFolders.withOthers(notes, folders));
    }

    private static String split(ImageFolders.Place place, Set<String> merged, Optional<String> outer) {
        Optional<String> usage = usage(place).flatMap(SplitNames::of);
        if (place.split().map(merged::contains).orElse(true)) {
            return usage.or(place::split).or(() -> outer).orElse(Sample.TRAIN);
        }
        return place.split().get();
    }

    /** The splits whose folder holds images of both tests. */
    private static Set<String> merged(ImageFolders folders) {
        Map<String, Set<String>> usages = new HashMap<>();
        for (ImageFolders.Place place : folders.places()) {
            place.split().ifPresent(split -> usage(place)
                    .ifPresent(usage ->
                            usages.computeIfAbsent(split, s -> new TreeSet<>()).add(usage)));
        }
        Set<String> merged = new TreeSet<>();
        usages.forEach((split, found) -> {
            if (found.contains("PublicTest") && found.contains("PrivateTest")) {
                merged.add(split);
            }
        });
        return merged;
    }

    private static Optional<String> usage(ImageFolders.Place place) {
        Matcher matcher = FILE.matcher(EntryNames.fileName(place.entry()));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
