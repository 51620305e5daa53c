package org.maferstudio.job;

/**
 * The progress of one part of a larger task. It does not forward the remaining time, because the whole task takes
 * longer.
 *
 * @param whole the progress of the whole task
 * @param name a prefix for each message; empty for none
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
