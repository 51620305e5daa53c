/**
 * Faces of datasets and photographs: tables of faces, and crops that open as a dataset with the same labels. Open {@link
 * org.maferstudio.crops.FaceCropping} first.
 */
package org.maferstudio.crops;
