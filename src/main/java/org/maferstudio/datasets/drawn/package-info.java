/** Draws faces from parameters: head, eyes, mouth, hair, light. {@link org.maferstudio.datasets.drawn.DrawnFaces} makes a dataset of them. */
package org.maferstudio.datasets.drawn;
