/**
 * The Embedding pane: up to four embeddings of deep features. Start with {@link
 * org.maferstudio.ui.embedding.EmbeddingViewModel}.
 */
package org.maferstudio.ui.embedding;
