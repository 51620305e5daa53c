/**
 * Resolution schedules, which MAFER adds to training: how often and how far images are downsampled over the course of a
 * run. Start with {@link org.maferstudio.schedule.ResolutionSchedule}.
 *
 * <p>After "MAFER: a Multi-resolution Approach to Facial Expression Recognition", arXiv 2105.02481.
 */
package org.maferstudio.schedule;
