package org.maferstudio.datasets;

import java.util.List;
import java.util.stream.Stream;
import org.maferstudio.datasets.annotations.AnnotationFormat;
import org.maferstudio.datasets.annotations.LabelTables;
import org.maferstudio.datasets.annotations.NameWords;

/** The readers of all layouts. */
final class DatasetReaders {
    /** Every reader, the particular ones first: the first that recognises a tree reads it. */
    static final List<DatasetReader> ALL = Stream.of(
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
}
