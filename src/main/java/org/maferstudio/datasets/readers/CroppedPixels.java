package org.maferstudio.datasets.readers;

import java.util.Optional;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.annotations.Crop;
import org.maferstudio.datasets.saved.ImageOrigin;
import org.maferstudio.image.RasterImage;

/** The pixels of a face that is a part of an image. */
record CroppedPixels(Sample.Pixels whole, Crop crop) implements Sample.Pixels {
    @Override
    public RasterImage read() {
        return crop.of(whole.read());
    }

    @Override
    public Optional<ImageOrigin> origin() {
        return crop.id().flatMap(which -> whole.origin().map(file -> file.part(which)));
    }

    @Override
    public boolean isReoriented() {
        return whole.isReoriented();
    }
}
