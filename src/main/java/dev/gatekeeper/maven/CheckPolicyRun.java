package dev.gatekeeper.maven;

import dev.gatekeeper.CheckedPolicy;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Progress;
import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.report.PolicyCheckReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Says what a policy does, and what is wrong with it; writes nothing. */
final class CheckPolicyRun extends GoalRun<CheckedPolicy> implements Progress {

    /** Of how many replayed changes one line tells. */
    private static final int STEP = 25;

    private final Invocation invocation;
    private final Optional<InputFile> policy;
    private final int changes;
    private final Log log;

    /**
     * @param policy the file to look at in place of the work tree's policy
     * @param changes how many of the target's last changes to replay
     */
    CheckPolicyRun(Invocation invocation, Optional<? extends InputFile> policy, int changes, Log log) {
        super(log);
        this.invocation = invocation;
        this.policy = policy.map(file -> file);
        this.changes = changes;
        this.log = log;
    }

    @Override
    Outcome<CheckedPolicy> ask() {
        return invocation.outcome(request -> Gatekeeper.checkPolicy(request, policy, changes, this));
    }

    @Override
    public void at(int done, int all) {
        if (done % STEP == 0 || done == all) {
            log.info("Replayed " + done + " of " + all + " changes");
        }
    }

    @Override
    void write(Outcome<CheckedPolicy> outcome) {
        // What is found out about a policy is nowhere recorded.
    }

    @Override
    List<Line> lines(Facts facts, CheckedPolicy checked, Optional<Path> record) {
        return PolicyCheckReport.lines(facts, checked);
    }

    @Override
    boolean isGood(CheckedPolicy checked) {
        return checked.isGood();
    }

    @Override
    Optional<String> failure(CheckedPolicy checked) {
        return PolicyCheckReport.failure(checked);
    }
}
