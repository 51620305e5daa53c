package org.maferstudio.datasets.annotations;

import java.util.List;
import org.maferstudio.datasets.files.ReadableFiles;

/** One format of annotations next to images; to add one, write a class and a line in {@link #ALL}. */
public interface AnnotationFormat {
    /** All formats, the most specific first; {@link LabelTables} and {@link NameWords} are used separately. */
    List<AnnotationFormat> ALL = List.of(
            new AffectNetArrays(),
            new ExpwList(),
            NamingConvention.KDEF,
            NamingConvention.RAFD,
            NamingConvention.FACES,
            NamingConvention.NIMSTIM,
            NamingConvention.CFD,
            NamingConvention.OULU_CASIA,
            NamingConvention.CK48,
            new YoloLabels(),
            new CocoJson());

    /** The name in files and on the command line, such as {@code yolo}. */
    String id();

    /** The layout, for display. */
    String layout();

    /** Whether its groups are subjects. */
    boolean hasSubjects();

    /** Whether the files have this format; checks names and first lines. */
    boolean recognises(ReadableFiles files);

    /**
     * Lists the annotations.
     *
     * @throws org.maferstudio.job.Problem if they cannot be read at all
     */
    Annotations read(ReadableFiles files);
}
