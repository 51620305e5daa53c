/** The random transforms of training. Open {@link org.maferstudio.augmentation.Augmentation} first. */
package org.maferstudio.augmentation;
