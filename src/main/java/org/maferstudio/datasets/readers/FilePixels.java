package org.maferstudio.datasets.readers;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.saved.ImageOrigin;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.Orientation;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;

/**
 * The pixels of a sample that is a file.
 *
 * @param tree that holds the file; open as long as pixels are read
 * @param entry the file's name in the tree
 */
record FilePixels(DatasetTree tree, String entry) implements Sample.Pixels {
    private static final Set<String> AT_START = Set.of("jpg", "jpeg", "jpe", "png");
    private static final int BYTES_OF_EXIF = 1 << 17;

    @Override
    public RasterImage read() {
        return ImageFile.decode(tree.read(entry), entry);
    }

    @Override
    public Optional<ImageOrigin> origin() {
        return tree.origin(entry);
    }

    @Override
    public boolean isReoriented() {
        // EXIF is at the beginning of a JPEG or PNG, and anywhere in the others, which are rare.
        boolean atStart = AT_START.contains(EntryNames.extension(entry));
        try (InputStream in = tree.open(entry, DatasetTree.MAX_FILE_BYTES)) {
            byte[] bytes = atStart ? in.readNBytes(BYTES_OF_EXIF) : in.readAllBytes();
            return Orientation.of(bytes) != Orientation.NORMAL;
        } catch (IOException | Problem e) {
            // Unreadable: reading it reports the problem.
            return false;
        }
    }
}
