/**
 * What MAFER adds to training: how often and how far to lower the resolution, over the course of a run. Open {@link
 * org.maferstudio.schedule.ResolutionSchedule} first.
 *
 * <p>After "MAFER: a Multi-resolution Approach to Facial Expression Recognition", arXiv 2105.02481.
 */
package org.maferstudio.schedule;
