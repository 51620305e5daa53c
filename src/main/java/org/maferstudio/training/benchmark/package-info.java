/**
 * Measures how fast images are loaded, trained on and recognised. Open {@link
 * org.maferstudio.training.benchmark.ThroughputBenchmark} first.
 */
package org.maferstudio.training.benchmark;
