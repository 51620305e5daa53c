package org.maferstudio.datasets;

import org.maferstudio.image.Picture;
import org.maferstudio.image.PictureFile;

/**
 * The pixels of a sample that is a file.
 *
 * @param tree that holds the file; open as long as pixels are read
 * @param entry the file's name in the tree
 */
record FilePixels(DatasetTree tree, String entry) implements Sample.Pixels {
    @Override
    public Picture read() {
        return PictureFile.decode(tree.read(entry), entry);
    }
}
