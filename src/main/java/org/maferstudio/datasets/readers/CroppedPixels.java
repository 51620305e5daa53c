package org.maferstudio.datasets.readers;

import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.annotations.Crop;
import org.maferstudio.image.RasterImage;

/** The pixels of a face that is a part of an image. */
record CroppedPixels(Sample.Pixels whole, Crop crop) implements Sample.Pixels {
    @Override
    public RasterImage read() {
        return crop.of(whole.read());
    }

    @Override
    public boolean isReoriented() {
        return whole.isReoriented();
    }
}
