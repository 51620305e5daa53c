package org.maferstudio.live;

import org.maferstudio.image.RasterImage;
import org.maferstudio.network.Recognition;

/**
 * What one network said about one face.
 *
 * @param seen the network's input, before its mean is taken away
 * @param recognition features, logits, probabilities
 */
public record NetworkReading(RasterImage seen, Recognition recognition) {}
