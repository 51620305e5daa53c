package org.maferstudio.ui.training.series;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SlurmOptions;
import org.maferstudio.series.remote.RemoteHost;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.NumberInput;

/** Where and how the runs of a series are trained, as it is chosen and typed. */
public final class ExecutionInput {
    /** The factors of successive halving to choose from; 0 trains all settings to the end. */
    static final List<Integer> HALVING = List.of(0, 3, 2);

    private static final int MOST_PROCESSES = 64;
    private static final int MOST_JOBS = 1000;
    private static final int MOST_CPUS = 256;
    private static final int USUAL_CPUS = 2;

    private final ObjectProperty<SeriesExecution.Where> where =
            new SimpleObjectProperty<>(this, "where", SeriesExecution.Where.LOCAL);
    private final BooleanProperty slurmHere = new SimpleBooleanProperty(this, "slurmHere");
    private final NumberInput atOnce = NumberInput.whole(1, MOST_PROCESSES, 1);
    private final ObjectProperty<Integer> halving = new SimpleObjectProperty<>(this, "halving", 0);
    private final StringProperty partition = new SimpleStringProperty(this, "partition", "");
    private final StringProperty gpus = new SimpleStringProperty(this, "gpus", "");
    private final NumberInput cpus = NumberInput.whole(1, MOST_CPUS, USUAL_CPUS);
    private final StringProperty memory = new SimpleStringProperty(this, "memory", "");
    private final StringProperty time = new SimpleStringProperty(this, "time", "");
    private final NumberInput jobs = NumberInput.whole(0, MOST_JOBS, 0);
    private final StringProperty sbatch = new SimpleStringProperty(this, "sbatch", "");
    private final ObjectProperty<List<String>> setup;
    private final HostInput host;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private Optional<SeriesExecution> execution = Optional.empty();
    private Optional<RemoteHost> asked = Optional.empty();

    /**
     * Creates the choice of this computer, one run after another.
     *
     * @param setup the lines of shell that each job of a cluster runs first
     * @param changed is called when something else is chosen
     */
    ExecutionInput(ObjectProperty<List<String>> setup, Runnable changed) {
        this.setup = setup;
        Runnable again = () -> {
            read();
            changed.run();
        };
        host = new HostInput(again);
        Stream.of(
                        where,
                        slurmHere,
                        atOnce.valueProperty(),
                        halving,
                        partition,
                        gpus,
                        cpus.valueProperty(),
                        memory,
                        time,
                        jobs.valueProperty(),
                        sbatch,
                        setup)
                .forEach(input -> input.addListener((property, old, now) -> again.run()));
        read();
    }

    /** Whether jobs can be submitted from this computer. */
    public BooleanProperty slurmHereProperty() {
        return slurmHere;
    }

    /** Where the runs are trained. */
    public ObjectProperty<SeriesExecution.Where> whereProperty() {
        return where;
    }

    /** How many runs are trained at once on this computer. */
    public NumberInput atOnce() {
        return atOnce;
    }

    /** The factor of successive halving on this computer, one of {@link #HALVING}. */
    public ObjectProperty<Integer> halvingProperty() {
        return halving;
    }

    /** The partition of the jobs; empty for the cluster's own. */
    public StringProperty partitionProperty() {
        return partition;
    }

    /** The GPUs of each job, such as {@code 1} or {@code a100:1}; empty for none. */
    public StringProperty gpusProperty() {
        return gpus;
    }

    /** The processors of each job. */
    public NumberInput cpus() {
        return cpus;
    }

    /** The memory of each job, such as {@code 8G}; empty for the cluster's own. */
    public StringProperty memoryProperty() {
        return memory;
    }

    /** The time limit of each job, such as {@code 4:00:00}; empty for the cluster's own. */
    public StringProperty timeProperty() {
        return time;
    }

    /** How many jobs run at once; 0 for as many as the cluster allows. */
    public NumberInput jobs() {
        return jobs;
    }

    /** Further options of sbatch, such as {@code --account=lab --qos=long}. */
    public StringProperty sbatchProperty() {
        return sbatch;
    }

    /** The lines of shell that each job runs first. */
    public ObjectProperty<List<String>> setupProperty() {
        return setup;
    }

    /** The login node, if the cluster is not this computer's own. */
    public HostInput host() {
        return host;
    }

    /** What is wrong with the options of the jobs; empty if nothing is. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether the runs become jobs of a cluster. */
    public boolean isOnSlurm() {
        return where.get() == SeriesExecution.Where.SLURM;
    }

    /** What was chosen; empty while something is invalid. */
    Optional<SeriesExecution> execution() {
        return execution;
    }

    /** The login node to check before anything is created; empty if jobs are submitted from this computer. */
    Optional<RemoteHost> asked() {
        return asked;
    }

    /** A recipe with the number of threads of the computer that trains it, unless it has its own. */
    Recipe fixed(Recipe recipe) {
        DeviceConfig machine = recipe.machine();
        boolean open = isOnSlurm() && machine.threads() == 0 && cpus.isValid();
        return (open ? recipe.with(machine.withThreads(cpus.getInt())) : recipe).fixedHere();
    }

    private void read() {
        message.set("");
        execution = Optional.empty();
        asked = Optional.empty();
        if (!isOnSlurm()) {
            if (atOnce.isValid()) {
                SeriesExecution local = SeriesExecution.local(atOnce.getInt());
                execution = Optional.of(halving.get() == 0 ? local : local.halvedBy(halving.get()));
            }
        } else if (cpus.isValid() && jobs.isValid()) {
            try {
                if (!slurmHere.get() && !host.isNamed()) {
                    throw Problem.input(Texts.of("training.series.host.error.none"));
                }
                asked = host.asked();
                execution = Optional.of(SeriesExecution.on(options()));
            } catch (Problem e) {
                message.set(e.getMessage());
            }
        }
    }

    private SlurmOptions options() {
        List<String> more = Stream.of(sbatch.get().strip().split("\\s+(?=-)"))
                .filter(option -> !option.isBlank())
                .toList();
        return new SlurmOptions(
                partition.get().strip(),
                gpus.get().strip(),
                cpus.getInt(),
                memory.get().strip(),
                time.get().strip(),
                jobs.getInt(),
                more,
                setup.get());
    }
}
