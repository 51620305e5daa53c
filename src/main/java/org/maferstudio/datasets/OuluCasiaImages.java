package org.maferstudio.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Oulu-CASIA as the paper's authors sorted it: {@code <Expression>/<image>}, without a person.
 *
 * <p>Recognised by its six folders and by "oulu" in the name of the folder or the zip, as other datasets look the same.
 */
final class OuluCasiaImages implements DatasetReader {
    private final ClassFolders folders = new ClassFolders();

    @Override
    public String name() {
        return "oulu-casia-images";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.six-folders-expression-image-in");
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        PictureFolders found = new PictureFolders(tree);
        if (found.isNumbered() || found.places().isEmpty() || !named(tree, found)) {
            return false;
        }
        Set<String> classes =
                found.places().stream().map(PictureFolders.Place::label).collect(Collectors.toCollection(TreeSet::new));
        return classes.equals(new TreeSet<>(OuluCasia.LABELS.names()))
                && found.places().stream().allMatch(place -> place.split().isEmpty());
    }

    private static boolean named(DatasetTree tree, PictureFolders found) {
        String first = tree.name() + "/" + found.places().get(0).entry();
        return first.toLowerCase(Locale.ROOT).contains("oulu");
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        Reading plain = folders.read(tree, progress);
        List<String> notes = new ArrayList<>(plain.notes());
        notes.add(Texts.of("datasets.this-form-of-oulu-casia-does-not"));
        return new Reading(
                "Oulu-CASIA", name(), Reading.Scheme.fixed(OuluCasia.LABELS), plain.entries(), plain.damage(), notes);
    }
}
