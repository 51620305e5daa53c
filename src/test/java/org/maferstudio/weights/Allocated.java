package org.maferstudio.weights;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory a thread has asked for since it began, whether it still has it or not. */
final class Allocated {
    private Allocated() {}

    /** In bytes. */
    static long byThisThread() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
