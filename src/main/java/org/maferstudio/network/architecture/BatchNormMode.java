package org.maferstudio.network.architecture;

/** How the batch norms of a network behave in a forward pass. */
public enum BatchNormMode {
    /** They use the batch's own statistics and move the running ones towards them. */
    TRAINING,
    /** They use the running statistics and leave them as they are. */
    INFERENCE
}
