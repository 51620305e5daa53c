/**
 * From an experiment's images to deep features and their embedding. Open {@link
 * org.maferstudio.training.embedding.EmbeddingRun} first.
 */
package org.maferstudio.training.embedding;
