package org.maferstudio.faces;

import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;

/** Crops a face from a frame in the same way as the network's training images. */
public final class FaceCrop {
    private FaceCrop() {}

    /**
     * Crops a face with the margin, aspect and colours of the contract; beyond the edge of the frame, border pixels are
     * repeated.
     *
     * <p>A face larger than the contract's {@code resize} is reduced with an antialiasing kernel, as photographs are
     * when a dataset is created. From there on it is processed like the dataset's images.
     */
    public static RasterImage cut(RasterImage frame, DetectedFace face, InputPacker packer) {
        FaceBounds box = face.bounds();
        InputContract contract = packer.contract();
        double height = box.height() * (1 + 2 * contract.faceMargin());
        double width = height * contract.faceAspect();
        int cutWidth = Math.max(1, (int) Math.round(width));
        int cutHeight = Math.max(1, (int) Math.round(height));
        int left = (int) Math.round(box.centreX() - width / 2);
        int top = (int) Math.round(box.centreY() - height / 2);
        RasterImage cut = packer.coloured(padded(frame, left, top, cutWidth, cutHeight));
        int side = contract.resize();
        return cut.shorterSide() <= side ? cut : Resampling.resize(cut, side, side, Kernel.BILINEAR);
    }

    private static RasterImage padded(RasterImage frame, int left, int top, int width, int height) {
        boolean inside = left >= 0 && top >= 0 && left + width <= frame.width() && top + height <= frame.height();
        if (inside) {
            return frame.crop(left, top, width, height);
        }
        int channels = frame.channels();
        byte[] values = new byte[width * height * channels];
        for (int row = 0; row < height; row++) {
            int y = clamp(top + row, frame.height());
            for (int column = 0; column < width; column++) {
                int from = (y * frame.width() + clamp(left + column, frame.width())) * channels;
                System.arraycopy(frame.values(), from, values, (row * width + column) * channels, channels);
            }
        }
        return new RasterImage(width, height, channels, values);
    }

    private static int clamp(int place, int size) {
        return Math.max(0, Math.min(size - 1, place));
    }
}
