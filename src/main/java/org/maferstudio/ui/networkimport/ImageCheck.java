package org.maferstudio.ui.networkimport;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * What a network predicts for a few images under a contract, and what it sees of them.
 *
 * @param faces one per image
 * @param lowest the smallest value that the network gets
 * @param highest the largest one
 */
record ImageCheck(List<Face> faces, double lowest, double highest) {
    /**
     * One image.
     *
     * @param shown as the network sees it, with values 0 to 255
     * @param title of its class in the dataset
     * @param predicted title of the predicted class
     * @param probability of that class, 0 to 1
     * @param correct whether the dataset agrees
     */
    record Face(RasterImage shown, String title, String predicted, double probability, boolean correct) {}

    /** The check of a network's predictions, one per image. */
    static ImageCheck of(StatedContract contract, List<CheckImage> images, List<Recognition> answers) {
        InputPacker packer = new InputPacker(contract.input());
        LabelSet labels = new LabelSet(contract.input().labels());
        List<Face> faces = new ArrayList<>();
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < images.size(); i++) {
            float[] packed = packer.pack(images.get(i).image());
            for (float value : packed) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
            int predicted = answers.get(i).predicted();
            faces.add(new Face(
                    packer.shown(packed),
                    images.get(i).title(),
                    labels.title(predicted),
                    answers.get(i).probabilities()[predicted],
                    labels.name(predicted).equals(images.get(i).truth())));
        }
        return new ImageCheck(faces, lowest, highest);
    }

    /** The range of the values, which shows an unusual scaling. */
    String range() {
        return Texts.of("networkimport.images.range", Numbers.fixed(lowest, 2), Numbers.fixed(highest, 2));
    }

    /** A warning if all images have the same prediction; else empty. */
    String warning() {
        long classes = faces.stream().map(Face::predicted).distinct().count();
        return classes > 1
                ? ""
                : Texts.of(
                        "networkimport.images.oneClass",
                        faces.size(),
                        faces.get(0).predicted());
    }

    /** How many predictions agree with the dataset. */
    String agreement() {
        return Texts.of(
                "networkimport.images.correct",
                faces.stream().filter(Face::correct).count(),
                faces.size());
    }
}
