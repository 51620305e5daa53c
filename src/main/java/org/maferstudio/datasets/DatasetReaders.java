package org.maferstudio.datasets;

import java.util.List;

/** The readers of all layouts. */
final class DatasetReaders {
    /** Every reader, the particular ones first: the first that recognises a tree reads it. */
    static final List<DatasetReader> ALL = List.of(
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
            new Fer2013Folders(),
            new PathCsv(),
            new OuluCasiaImages(),
            new ClassFolders());

    private DatasetReaders() {}
}
