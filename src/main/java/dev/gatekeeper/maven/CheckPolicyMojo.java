package dev.gatekeeper.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a policy before it judges anything: what is wrong and what is odd about it, whether {@code .gatekeeper/policy-test.yaml}
 * holds, what it makes of the files of head, what it moves against the target's policy, and what it would have made of past changes.
 * Fails where the policy can't be used or a test doesn't hold; writes nothing.
 */
@Mojo(name = "check-policy", requiresProject = false, aggregator = true, threadSafe = true)
public final class CheckPolicyMojo extends ChangeMojo {

    /**
     * The policy to look at, a file. Default: {@code .gatekeeper/policy.yaml} of the work tree. Example:
     * {@code -Dgatekeeper.policy=/tmp/policy.yaml}.
     */
    @Parameter(property = "gatekeeper.policy")
    private @Nullable String policy;

    /**
     * How many of the target's last changes to replay, each from its first parent. Default: {@code 0}. Example:
     * {@code -Dgatekeeper.replay=50}.
     */
    @Parameter(property = "gatekeeper.replay")
    private @Nullable String replay;

    @Inject
    CheckPolicyMojo(BuildCache once) {
        super(once);
    }

    @Override
    List<ParameterValue> parameters() {
        return join(super.parameters(), given(ParameterName.POLICY, policy), given(ParameterName.REPLAY, replay));
    }

    @Override
    Ending run(Parameters parameters, MavenRun maven) {
        return new CheckPolicyRun(
                        RequestFactory.ask(parameters, maven),
                        parameters.path(ParameterName.POLICY, maven.folder()).map(DiskFile::new),
                        parameters
                                .text(ParameterName.REPLAY)
                                .map(Integer::valueOf)
                                .orElse(0),
                        getLog())
                .run();
    }
}
