/**
 * Series on a cluster that is reached by ssh: the plan is sent, its jobs are submitted there, and experiments are fetched.
 * {@link org.maferstudio.series.remote.RemoteSeries} does it all.
 */
package org.maferstudio.series.remote;
