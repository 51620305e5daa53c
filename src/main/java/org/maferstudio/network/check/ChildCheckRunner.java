package org.maferstudio.network.check;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.job.Progress;
import org.maferstudio.network.check.EngineVerdict.Check;

/** Checks the engine in a second process of this program. */
final class ChildCheckRunner implements CheckRunner {
    private final ChildProgram program;

    ChildCheckRunner(ChildProgram program) {
        this.program = program;
    }

    @Override
    public Attempt run(Workload workload, EnginePlan plan, Progress progress) throws IOException, InterruptedException {
        JsonObject request = new JsonObject();
        request.add("workload", workload.toJson());
        request.addProperty("convolutions", plan.convolutions().id());
        return attempt(program.run(request, plan.limit(), progress));
    }

    private static Attempt attempt(ChildProgram.Result result) {
        List<Check> checks = new ArrayList<>();
        String unfinished = "";
        for (String line : result.results().lines().toList()) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                checks.add(new Check(parts[0], Double.parseDouble(parts[1])));
            } else {
                unfinished = parts[0];
            }
        }
        return new Attempt(result.ending(), checks, unfinished, warnings(result.printed()));
    }

    /** What the engine said, such as {@code [W1129 04:10:59.622 NNPACK.cpp:57] Could not ...}, without the time. */
    private static List<String> warnings(List<String> printed) {
        return printed.stream()
                .filter(line -> line.matches("\\[W\\d.*\\].*"))
                .map(line -> line.replaceFirst("^\\[W\\S+ \\S+ ", "["))
                .distinct()
                .toList();
    }
}
