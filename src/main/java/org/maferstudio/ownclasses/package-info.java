/**
 * Your own classes: faces that the user collects for classes of their own, and classifiers on the frozen features of
 * networks that are trained on them in seconds. Start with {@link org.maferstudio.ownclasses.OwnTraining}.
 */
package org.maferstudio.ownclasses;
