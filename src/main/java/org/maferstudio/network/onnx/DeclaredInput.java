package org.maferstudio.network.onnx;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maferstudio.network.onnx.OnnxContract.Layout;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.OnnxValue.Dimension;

/**
 * What the shape of a file's input says about images.
 *
 * @param layout the order of its dimensions
 * @param side of the images, in pixels; empty if any side fits
 * @param channels 1 or 3
 */
public record DeclaredInput(Layout layout, OptionalLong side, long channels) {
    /** What a file declares; empty unless exactly one of the dimensions can be the channels. */
    public static Optional<DeclaredInput> of(OnnxFile file) {
        List<Dimension> shape = file.input().shape();
        boolean first = isChannels(shape.get(1));
        boolean last = isChannels(shape.get(3));
        if (first == last) {
            return Optional.empty();
        }
        Dimension side = shape.get(last ? 1 : 2);
        return Optional.of(new DeclaredInput(
                last ? Layout.NHWC : Layout.NCHW,
                side.isDynamic() ? OptionalLong.empty() : OptionalLong.of(side.size()),
                shape.get(last ? 3 : 1).size()));
    }

    private static boolean isChannels(Dimension dimension) {
        return dimension.size() == 1 || dimension.size() == 3;
    }
}
