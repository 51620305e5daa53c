/**
 * Deep features in the plane, up to four pictures side by side; begin with {@link
 * org.maferstudio.ui.embedding.EmbeddingViewModel}.
 */
package org.maferstudio.ui.embedding;
