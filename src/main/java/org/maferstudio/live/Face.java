package org.maferstudio.live;

/**
 * A tracked face.
 *
 * @param id counted from 1 in order of appearance
 * @param box the current position
 */
public record Face(int id, FaceBounds box) {}
