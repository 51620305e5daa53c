/** The embeddings of an experiment on disk. Open {@link org.maferstudio.experiment.embedding.Embeddings} first. */
package org.maferstudio.experiment.embedding;
