package org.maferstudio.job;

/**
 * Work that is one of several parts of a larger work.
 *
 * <p>It does not pass on how long the part still takes: the whole takes longer.
 *
 * @param whole the larger work
 * @param name of the part, before each message; empty for none
 * @param start where the part begins, 0 to 1 of the whole
 * @param share of the whole, 0 to 1
 */
public record PartOfProgress(Progress whole, String name, double start, double share) implements Progress {
    @Override
    public void report(double fraction, String message) {
        whole.report(
                fraction < 0 ? fraction : start + share * fraction, name.isEmpty() ? message : name + ", " + message);
    }

    @Override
    public boolean stopRequested() {
        return whole.stopRequested();
    }
}
