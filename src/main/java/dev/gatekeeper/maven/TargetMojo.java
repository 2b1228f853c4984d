package dev.gatekeeper.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that looks at a branch of a repository. */
abstract class TargetMojo extends GatekeeperMojo {

    /**
     * The target, the branch that the change wants to enter: a full ref ({@code refs/remotes/origin/main}), a short branch
     * name ({@code origin/main}) that fits exactly one branch, or a full commit id. Default:
     * {@code refs/remotes/origin/HEAD}, or else the only one of {@code refs/remotes/origin/main} and
     * {@code refs/remotes/origin/master}. Example: {@code -Dgatekeeper.target=origin/main}.
     */
    @Parameter(property = "gatekeeper.target")
    private @Nullable String target;

    /**
     * The target branch's own name, where the target is a commit id or a ref that is no branch; command line only. Default: none. Example:
     * {@code -Dgatekeeper.targetName=main}.
     */
    @Parameter(property = "gatekeeper.targetName")
    private @Nullable String targetName;

    /**
     * The repository: a work tree, its root or a folder below, or a bare repository. Default: the folder Maven was started
     * for. Example: {@code -Dgatekeeper.repository=/builds/shop}.
     */
    @Parameter(property = "gatekeeper.repository")
    private @Nullable String repository;

    /**
     * The repository's name in records and statements where the target's policy gives none; command line only. Default:
     * none. Example: {@code -Dgatekeeper.repositoryName=acme/shop}.
     */
    @Parameter(property = "gatekeeper.repositoryName")
    private @Nullable String repositoryName;

    /**
     * The reviews that approve the change, as the pipeline knows them: the reviewer's login and the commit that the review was given for,
     * separated by commas; counted in an isolated run; command line only. Default: none. Example:
     * {@code -Dgatekeeper.reviews=janes@1a2b3c4d5e1a2b3c4d5e1a2b3c4d5e1a2b3c4d5e}.
     */
    @Parameter(property = "gatekeeper.reviews")
    private @Nullable String reviews;

    /**
     * A policy file of the organisation that applies beside the target's and lies outside the checkout; command line only.
     * Default: none. Example: {@code -Dgatekeeper.orgPolicy=/etc/gatekeeper/policy.yaml}.
     */
    @Parameter(property = "gatekeeper.orgPolicy")
    private @Nullable String orgPolicy;

    TargetMojo(BuildCache once) {
        super(once);
    }

    @Override
    List<ParameterValue> parameters() {
        return List.of(
                given(ParameterName.TARGET, target),
                given(ParameterName.TARGET_NAME, targetName),
                given(ParameterName.REPOSITORY, repository),
                given(ParameterName.REPOSITORY_NAME, repositoryName),
                given(ParameterName.REVIEWS, reviews),
                given(ParameterName.ORG_POLICY, orgPolicy));
    }
}
