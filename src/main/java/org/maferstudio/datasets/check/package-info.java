/** The dataset check: issues that a user should know before trusting a number. Start with {@link org.maferstudio.datasets.check.DatasetCheck}. */
package org.maferstudio.datasets.check;
