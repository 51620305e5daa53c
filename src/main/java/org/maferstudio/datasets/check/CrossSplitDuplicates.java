package org.maferstudio.datasets.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.job.Progress;

/** Images of a split with exact or near duplicates in another one: a network may have memorised them. */
public final class CrossSplitDuplicates {
    private CrossSplitDuplicates() {}

    /**
     * Searches a dataset for them: the ids by split; empty if a stop was requested, because the search is then incomplete.
     *
     * @param cache of all its samples
     * @param store of earlier searches
     */
    public static Optional<Map<String, Set<String>>> search(
            Dataset dataset, PixelCache cache, DuplicateStore store, Progress progress) {
        Map<String, Set<String>> found = of(dataset, DatasetCheck.examine(dataset, cache, store, progress));
        return progress.stopRequested() ? Optional.empty() : Optional.of(found);
    }

    /**
     * The ids of such samples by their split; splits without any are left out.
     *
     * @param diagnosis of the same dataset
     */
    public static Map<String, Set<String>> of(Dataset dataset, DatasetCheckResult diagnosis) {
        Map<String, String> splits = new HashMap<>();
        dataset.samples().forEach(sample -> splits.put(sample.id(), sample.split()));
        Map<String, Set<String>> across = new TreeMap<>();
        for (DatasetIssue finding : diagnosis.findings()) {
            boolean same = finding.kind() == DatasetIssue.Kind.EXACT_DUPLICATE
                    || finding.kind() == DatasetIssue.Kind.NEAR_DUPLICATE;
            Set<String> touched = new HashSet<>();
            finding.samples().forEach(id -> touched.add(splits.get(id)));
            if (same && touched.size() > 1) {
                finding.samples().forEach(id -> across.computeIfAbsent(splits.get(id), split -> new LinkedHashSet<>())
                        .add(id));
            }
        }
        return across;
    }
}
