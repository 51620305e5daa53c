package org.maferstudio.datasets.duplicates;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;

/**
 * The recall of the search on copies of real faces, and how often it takes two photographs for one: {@code mvn test
 * -Dexcluded.tags= -Dtest=PlantedCopiesTest} prints the table.
 */
@Tag("long")
class PlantedCopiesTest {
    private static final Path FACES = Path.of("../shared/data/fer2013/training.zip");
    private static final int STEP = 28;
    private static final int IMAGES = 1000;
    private static final double MIN_RECALL = 0.96;

    /** FER2013 has copies of its own: so many pairs of these faces are taken for one photograph at most, and are. */
    private static final int MAX_OWN_PAIRS = 20;

    /** Of half a million pairs of faces, so many are found at most in a search with copies, and not in that without. */
    private static final int MAX_OTHER_PAIRS = 4;

    @Test
    void copiesOfFacesAreFoundAndOtherFacesAreNot() throws IOException {
        assumeTrue(Files.exists(FACES));
        List<RasterImage> faces = faces();
        Set<List<Integer>> alone = pairs(search(faces), false);
        StringBuilder table = new StringBuilder("faces that are pairs without a copy: " + alone.size() + "\n");
        double least = 1;
        int most = 0;
        for (Map.Entry<String, UnaryOperator<RasterImage>> change :
                Changes.all().entrySet()) {
            List<RasterImage> images = new ArrayList<>(faces);
            faces.forEach(face -> images.add(change.getValue().apply(face)));
            List<List<Integer>> groups = search(images);
            Set<List<Integer>> wrong = pairs(groups, true);
            wrong.removeAll(alone);
            double recall = found(groups) / (double) IMAGES;
            least = Math.min(least, recall);
            most = Math.max(most, wrong.size());
            table.append("%-24s recall %.3f, other pairs %d%n".formatted(change.getKey(), recall, wrong.size()));
        }
        System.out.print(table);
        assertTrue(least >= MIN_RECALL, table::toString);
        assertTrue(alone.size() <= MAX_OWN_PAIRS && most <= MAX_OTHER_PAIRS, table::toString);
    }

    private static List<List<Integer>> search(List<RasterImage> images) {
        return NearDuplicates.among(images.stream().map(Thumbnail::of).toList(), Progress.NONE);
    }

    private static long found(List<List<Integer>> groups) {
        return groups.stream()
                .flatMap(group -> group.stream().filter(i -> i < IMAGES && group.contains(i + IMAGES)))
                .count();
    }

    /** Pairs of different faces in one group, whether of the face itself or of its copy. */
    private static Set<List<Integer>> pairs(List<List<Integer>> groups, boolean copies) {
        Set<List<Integer>> pairs = new HashSet<>();
        for (List<Integer> group : groups) {
            for (int one : group) {
                for (int other : group) {
                    int a = copies ? one % IMAGES : one;
                    int b = copies ? other % IMAGES : other;
                    if (a < b) {
                        pairs.add(List.of(a, b));
                    }
                }
            }
        }
        return pairs;
    }

    private static List<RasterImage> faces() throws IOException {
        List<RasterImage> faces = new ArrayList<>();
        try (ZipFile zip = new ZipFile(FACES.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".jpg"))
                    .toList();
            for (int i = 0; faces.size() < IMAGES; i += STEP) {
                byte[] bytes = zip.getInputStream(entries.get(i)).readAllBytes();
                faces.add(ImageFile.decode(bytes, entries.get(i).getName()));
            }
        }
        return faces;
    }
}
