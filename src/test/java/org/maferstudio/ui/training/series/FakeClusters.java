package org.maferstudio.ui.training.series;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.job.Problem;
import org.maferstudio.series.remote.Clusters;
import org.maferstudio.series.remote.RemoteHost;

/** A computer with or without Slurm that reaches the host {@code cluster} and no other. */
final class FakeClusters implements Clusters {
    final List<RemoteHost> asked = new ArrayList<>();
    boolean here;

    @Override
    public boolean isHere() {
        return here;
    }

    @Override
    public RemoteHost checked(RemoteHost host, List<String> setup) {
        asked.add(host);
        if (!host.host().equals("cluster")) {
            throw Problem.input("no such host");
        }
        return host;
    }
}
