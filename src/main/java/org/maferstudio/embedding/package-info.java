/** Deep features in the plane by t-SNE, and numbers that say how far to trust the picture. */
package org.maferstudio.embedding;
