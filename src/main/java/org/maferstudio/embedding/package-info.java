/** Two-dimensional t-SNE embeddings of deep features, and measures of their quality. */
package org.maferstudio.embedding;
