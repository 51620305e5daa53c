package org.maferstudio.datasets.readers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.annotations.AnnotationFormat;
import org.maferstudio.datasets.annotations.LabelTables;
import org.maferstudio.datasets.annotations.NameWords;
import org.maferstudio.datasets.drawn.DrawnFaces;

/** The readers of all layouts. */
public final class DatasetReaders {
    /** All readers, the most specific first: the first that recognises a tree reads it. */
    public static final List<DatasetReader> ALL = Stream.of(
                    Stream.of("none", "eyes", "five-point").map(FaceCrops::new),
                    Stream.of(
                            new FerPlus(FerPlusVotes.Rule.MAJORITY),
                            new FerPlus(FerPlusVotes.Rule.ARGMAX),
                            new FerPlus(FerPlusVotes.Rule.SOFT),
                            new Fer2013Csv(),
                            new RafDbList(),
                            new AffWild2(),
                            new AffectNet(),
                            new CkPlus(FirstFrame.LEFT_OUT),
                            new CkPlus(FirstFrame.NEUTRAL),
                            new OuluCasia(FirstFrame.LEFT_OUT),
                            new OuluCasia(FirstFrame.NEUTRAL),
                            new Jaffe(),
                            new VggFace2(),
                            new Fer2013Folders()),
                    AnnotationFormat.ALL.stream().map(AnnotatedImages::new),
                    Stream.of(
                            new AnnotatedImages(new LabelTables()),
                            new OuluCasiaImages(),
                            new ClassFolders(),
                            new AnnotatedImages(new NameWords())))
            .<DatasetReader>flatMap(readers -> readers)
            .toList();

    private DatasetReaders() {}

    /** The kind of groups of an open dataset. */
    public static Grouping grouping(Dataset dataset) {
        if (dataset.samples().stream().allMatch(sample -> sample.group().isEmpty())) {
            return Grouping.NONE;
        }
        List<Grouping> groupings = Arrays.stream(dataset.format().split("\\+"))
                .map(FaceCrops::croppedFormat)
                .map(DatasetReaders::grouping)
                .distinct()
                .toList();
        return groupings.size() == 1 ? groupings.get(0) : Grouping.GROUP;
    }

    private static Grouping grouping(String format) {
        if (format.equals(DrawnFaces.FORMAT)) {
            return Grouping.SUBJECT;
        }
        return ALL.stream()
                .filter(reader -> reader.name().equals(format))
                .map(DatasetReader::grouping)
                .findFirst()
                .orElse(Grouping.GROUP);
    }
}
