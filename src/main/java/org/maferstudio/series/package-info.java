/**
 * Series of trainings: what a sweep varies, the plan of its runs, running them here or on a cluster, and their results.
 * {@link org.maferstudio.series.SeriesDraft} plans one, {@link org.maferstudio.series.SeriesTask} trains one of its runs.
 */
package org.maferstudio.series;
