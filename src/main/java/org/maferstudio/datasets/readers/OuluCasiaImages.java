package org.maferstudio.datasets.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Oulu-CASIA as the paper's authors sorted it: {@code <Expression>/<image>}, without a person, unless the image's name begins
 * with one as in {@code P001_003.jpeg}.
 *
 * <p>Recognised by its six folders and by "oulu" in the name of the folder or the zip, as other datasets have the same layout.
 */
final class OuluCasiaImages implements DatasetReader {
    private static final Pattern PERSON = Pattern.compile("(P\\d{3})[_-].+");

    private final ClassFolders folders = new ClassFolders();

    @Override
    public String name() {
        return "oulu-casia-images";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.ouluCasiaImages.layout");
    }

    @Override
    public Grouping grouping() {
        return Grouping.SUBJECT;
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        ImageFolders found = new ImageFolders(tree);
        if (found.isNumbered() || found.places().isEmpty() || !named(tree, found)) {
            return false;
        }
        Set<String> classes =
                found.places().stream().map(ImageFolders.Place::label).collect(Collectors.toCollection(TreeSet::new));
        return classes.equals(new TreeSet<>(OuluCasia.LABELS.names()))
                && found.places().stream().allMatch(place -> place.split().isEmpty());
    }

    private static boolean named(DatasetTree tree, ImageFolders found) {
        String first = tree.name() + "/" + found.places().get(0).entry();
        return first.toLowerCase(Locale.ROOT).contains("oulu");
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        Reading plain = folders.read(tree, progress);
        List<String> notes = new ArrayList<>(plain.notes());
        List<Reading.Entry> entries =
                plain.entries().stream().map(OuluCasiaImages::withPerson).toList();
        if (entries.stream().anyMatch(entry -> entry.group().isEmpty())) {
            notes.add(Texts.of("datasets.format.ouluCasiaImages.note.noSubjects"));
            entries = plain.entries();
        }
        return new Reading(
                "Oulu-CASIA", name(), Reading.Scheme.fixed(OuluCasia.LABELS), entries, plain.damage(), notes);
    }

    private static Reading.Entry withPerson(Reading.Entry entry) {
        Matcher file = PERSON.matcher(EntryNames.fileName(entry.id()));
        String person = file.matches() ? file.group(1) : "";
        return new Reading.Entry(entry.id(), entry.split(), entry.label(), person, entry.pixels());
    }
}
