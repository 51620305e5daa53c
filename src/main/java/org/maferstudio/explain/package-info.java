/**
 * What in a face speaks for a class: maps by occlusion, for any network, and by Grad-CAM, for networks of this program.
 */
package org.maferstudio.explain;
