/** Faces in images: detection with points and scores, tracking over time, and crops that equal the training images. */
package org.maferstudio.faces;
