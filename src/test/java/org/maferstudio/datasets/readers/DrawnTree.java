package org.maferstudio.datasets.readers;

import java.nio.file.Path;
import java.util.Locale;
import org.maferstudio.datasets.DatasetOnDisk;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.expression.Expression;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;

/** A tree of drawn faces in the layout of a dataset. */
final class DrawnTree {
    private final DatasetOnDisk disk;

    DrawnTree(Path root) {
        this.disk = new DatasetOnDisk(root);
    }

    /** One drawn face of a person. */
    static RasterImage face(Expression expression, int person) {
        return DrawnFaces.draw(expression, person, 17);
    }

    /** Writes a drawn face. */
    DrawnTree face(String name, Expression expression, int person) {
        disk.bytes(name, ImageFile.png(face(expression, person)));
        return this;
    }

    /** Writes a sequence {@code 000.jpeg} on: neutral at first, its last three frames show the expression. */
    DrawnTree sequence(String folder, Expression expression, int person, int frames) {
        for (int i = 0; i < frames; i++) {
            face(
                    String.format(Locale.ROOT, "%s/%03d.jpeg", folder, i),
                    i < frames - 3 ? Expression.NEUTRAL : expression,
                    person);
        }
        return this;
    }

    DatasetOnDisk disk() {
        return disk;
    }
}
