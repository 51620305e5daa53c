/** What spoils images besides a low resolution, at graded strengths. Open {@link org.maferstudio.degradation.Degradation} first. */
package org.maferstudio.degradation;
