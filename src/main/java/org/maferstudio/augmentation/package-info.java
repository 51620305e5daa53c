/**
 * The random transforms of training. Open {@link org.maferstudio.augmentation.Augmentation} first; {@link
 * org.maferstudio.augmentation.Augmenter} applies it.
 */
package org.maferstudio.augmentation;
