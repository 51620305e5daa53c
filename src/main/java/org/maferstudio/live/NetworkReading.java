package org.maferstudio.live;

import org.maferstudio.image.Picture;
import org.maferstudio.network.Recognition;

/**
 * What one network said about one face.
 *
 * @param seen the network's input, before its mean is taken away
 * @param recognition features, logits, probabilities
 */
public record NetworkReading(Picture seen, Recognition recognition) {}
