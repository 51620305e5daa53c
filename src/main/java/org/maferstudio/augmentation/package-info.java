/**
 * The random transforms of training images. Start with {@link org.maferstudio.augmentation.Augmentation}; {@link
 * org.maferstudio.augmentation.Augmenter} applies it.
 */
package org.maferstudio.augmentation;
