package org.maferstudio.cli.options;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.opening.Datasets;
import picocli.CommandLine.Option;

/** The options for the layout of a dataset. */
public final class DatasetLayoutOptions {
    /** The names of all formats, for the help. */
    private static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Datasets.formats().keySet().iterator();
        }
    }

    @Option(
            names = "--format",
            paramLabel = "NAME",
            completionCandidates = Formats.class,
            description = "Layout of the dataset, if it is not detected correctly: ${COMPLETION-CANDIDATES}.")
    private String format;

    @Option(
            names = "--labels",
            split = ",",
            paramLabel = "CLASS",
            description = "Class names in the order of the dataset's numeric labels, such as "
                    + "anger,disgust,fear. If the classes have names: their order, or NAME=CLASS pairs such as "
                    + "wut=anger.")
    private List<String> labels;

    @Option(
            names = "--splits",
            split = ",",
            paramLabel = "OLD=NEW",
            description = "Rename splits, such as validation=test.")
    private Map<String, String> splits = Map.of();

    /** Whether none of the options was given. */
    boolean isSilent() {
        return format == null && labels == null && splits.isEmpty();
    }

    /** Applies the options to a source. */
    public DatasetSource applyTo(DatasetSource below) {
        return new DatasetSource(
                below.paths(),
                format != null ? format : below.format(),
                labels != null ? labels : below.labels(),
                splits.isEmpty() ? below.splits() : splits,
                below.validShare(),
                below.seed(),
                below.leaveOutDamaged(),
                below.leaveOutDuplicates(),
                below.heldOut());
    }
}
