package org.maferstudio.series.remote;

import java.util.List;
import org.maferstudio.job.Problem;
import org.maferstudio.series.Slurm;

/** The clusters that this computer reaches. Answers take seconds. */
public interface Clusters {
    /** Those of the system: Slurm's commands on the path, and ssh. */
    Clusters SYSTEM = new Clusters() {
        @Override
        public boolean isHere() {
            return Slurm.isHere();
        }

        @Override
        public RemoteHost checked(RemoteHost asked, List<String> setup) {
            return RemoteCheck.check(asked, setup);
        }
    };

    /** Whether this computer can submit jobs itself. */
    boolean isHere();

    /**
     * Checks that a host can train a series.
     *
     * @param setup lines of shell that its commands need
     * @return the host with absolute folders
     * @throws Problem if it cannot
     */
    RemoteHost checked(RemoteHost asked, List<String> setup);
}
