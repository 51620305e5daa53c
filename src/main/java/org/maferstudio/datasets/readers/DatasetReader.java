package org.maferstudio.datasets.readers;

import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.job.Progress;

/** Reads one layout of datasets; adding one is a class and a line in {@link DatasetReaders#ALL}. */
public interface DatasetReader {
    /** The name in files and on the command line, such as {@code fer2013-folders}. */
    String name();

    /** The layout, for display, such as {@code <split>/<class>/<image>}. */
    String layout();

    /** What the groups of this layout are, where it has groups. */
    default Grouping grouping() {
        return Grouping.GROUP;
    }

    /** Whether the tree has the layout of this reader; checks names and first lines only. */
    boolean recognises(DatasetTree tree);

    /** Whether the classes of a tree that it recognises are known, or at least that its images have classes. */
    default boolean findsClasses(DatasetTree tree) {
        return true;
    }

    /**
     * Lists the samples; images are not decoded yet.
     *
     * @throws org.maferstudio.job.Problem if the tree cannot be read as this layout at all
     */
    Reading read(DatasetTree tree, Progress progress);
}
