/**
 * The live view: from a frame to faces and expressions, at any resolution. Start with {@link
 * org.maferstudio.live.LiveSession}.
 */
package org.maferstudio.live;
