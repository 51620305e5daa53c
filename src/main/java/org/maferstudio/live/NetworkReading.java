package org.maferstudio.live;

import org.maferstudio.image.RasterImage;
import org.maferstudio.network.Recognition;

/**
 * One network's prediction for one face.
 *
 * @param seen the network's input, before its mean is subtracted
 * @param recognition features, logits, probabilities, and values such as valence
 */
public record NetworkReading(RasterImage seen, Recognition recognition) {}
