package org.maferstudio.ui.explain;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.schedule.Resolution;

/**
 * A face whose predictions are explained.
 *
 * @param networks one row of the figure each, at least one; the classes are those of the first
 * @param labels the classes of the first network
 * @param crop the face as the training images of a network with a contract
 * @param resolutions one column of the figure each
 */
public record ExplainedFace(
        List<Network> networks,
        LabelSet labels,
        Function<InputContract, RasterImage> crop,
        List<Resolution> resolutions) {
    /**
     * A network.
     *
     * @param name above its row
     * @param experiment the folder of its experiment
     */
    public record Network(String name, Path experiment) {}

    public ExplainedFace {
        networks = List.copyOf(networks);
        resolutions = List.copyOf(resolutions);
    }
}
