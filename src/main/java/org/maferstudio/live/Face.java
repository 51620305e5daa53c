package org.maferstudio.live;

/**
 * A face that is followed over frames.
 *
 * @param id counted from 1 in the order in which faces came
 * @param box where it is now
 */
public record Face(int id, FaceBounds box) {}
