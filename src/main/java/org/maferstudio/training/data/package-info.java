/**
 * Samples on their way to the network: prepared, drawn, packed and loaded ahead. Open {@link
 * org.maferstudio.training.data.TrainingData} first.
 */
package org.maferstudio.training.data;
