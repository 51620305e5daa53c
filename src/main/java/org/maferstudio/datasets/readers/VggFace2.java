package org.maferstudio.datasets.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * VGGFace2, one folder per person: {@code train/n000001/0001_01.jpg}. Its classes are people, for the first step of the
 * paper's training.
 *
 * <p>Its test part shows other people than train, so it is only read if it is the only part.
 */
final class VggFace2 implements DatasetReader {
    private static final Pattern PICTURE = Pattern.compile("(?:(.*)/)?(n\\d{6})/([^/]+)");

    @Override
    public String name() {
        return "vggface2";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.vggFace2.layout");
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        List<String> pictures =
                tree.entries().stream().filter(EntryNames::isImage).toList();
        long fitting =
                pictures.stream().filter(p -> PICTURE.matcher(p).matches()).count();
        return fitting > 0 && 2 * fitting > pictures.size();
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        List<Reading.Entry> train = new ArrayList<>();
        List<Reading.Entry> test = new ArrayList<>();
        Optional<String> outer = SplitNames.of(tree.name());
        int others = 0;
        for (String entry : tree.entries()) {
            Matcher picture = PICTURE.matcher(entry);
            if (!EntryNames.isImage(entry) || !picture.matches()) {
                others++;
                continue;
            }
            String folder = picture.group(1) == null ? "" : EntryNames.fileName(picture.group(1));
            String split = SplitNames.of(folder).or(() -> outer).orElse(Sample.TRAIN);
            String person = picture.group(2);
            String id = split + "/" + person + "/" + picture.group(3);
            boolean inTest = split.equals(Sample.TEST);
            (inTest ? test : train)
                    .add(new Reading.Entry(id, inTest ? Sample.TRAIN : split, person, "", new FilePixels(tree, entry)));
        }
        List<String> notes = notes(train, test, others);
        List<Reading.Entry> entries = train.isEmpty() ? test : train;
        return new Reading(
                "VGGFace2",
                name(),
                Reading.Scheme.fixed(new LabelSet(List.copyOf(persons(entries)))),
                entries,
                List.of(),
                notes);
    }

    private static List<String> notes(List<Reading.Entry> train, List<Reading.Entry> test, int others) {
        List<String> notes = new ArrayList<>();
        notes.add(Texts.of("datasets.format.vggFace2.note.identities"));
        if (!test.isEmpty() && !train.isEmpty()) {
            notes.add(Texts.of(
                    "datasets.format.vggFace2.note.testSkipped", persons(test).size()));
        } else if (train.isEmpty()) {
            notes.add(Texts.of("datasets.format.vggFace2.note.testOnly"));
        }
        if (others > 0) {
            notes.add(Texts.of("datasets.format.vggFace2.note.otherFiles", others));
        }
        return notes;
    }

    private static SortedSet<String> persons(List<Reading.Entry> entries) {
        SortedSet<String> persons = new TreeSet<>();
        entries.forEach(entry -> persons.add(entry.label()));
        return persons;
    }
}
