package org.maferstudio.network.weights;

/** Why the operations of a file are not those of a network, as a clause after a colon. */
final class NoMatch extends Exception {
    private static final long serialVersionUID = 1L;

    NoMatch(String reason) {
        super(reason);
    }
}
