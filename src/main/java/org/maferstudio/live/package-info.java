/** A face, its expression, and what resolution does to it, frame by frame. */
package org.maferstudio.live;
