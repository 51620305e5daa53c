/**
 * For which images a network fails: columns that describe the samples of a dataset, and results by their values.
 */
package org.maferstudio.slices;
