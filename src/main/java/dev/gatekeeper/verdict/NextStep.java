package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.text.Shell;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The commands that remedies name, as they can be pasted into a shell. */
final class NextStep {

    private static final List<String> FOUND_BY_ITSELF =
            List.of("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master");

    private NextStep() {}

    /**
     * How an approver of the contract {@code id} sees what they sign, in any clone. Both commits are named by their ids and fetched: a
     * branch may stand elsewhere in that clone, and would make another statement, for ever stale. Where they can't be fetched, they may
     * be there already. The plugin is named in full, because its prefix is known only where a POM or the settings declare it.
     */
    static String sign(Revisions revisions, String id) {
        return revisions.fetchCommits() + "; mvn dev.gatekeeper:gatekeeper-maven-plugin:approve -Dgatekeeper.contract="
                + id
                + " -Dgatekeeper.target=" + revisions.target()
                + option("targetName", revisions.targetBranch().map(NextStep::shortName))
                + " -Dgatekeeper.head=" + revisions.head();
    }

    private static String shortName(String branch) {
        return branch.substring("refs/heads/".length());
    }

    /** As {@link #sign(Revisions, String)}, with all that the statement depends on besides. */
    static String sign(Case judged, String id) {
        Policies policies = judged.policies();
        boolean named = policies.from(Origin.TARGET).flatMap(Policy::repository).isPresent();
        Optional<String> name = named
                ? Optional.empty()
                : judged.statements().stream().findFirst().map(Statement::repository);
        return sign(judged.revisions(), id)
                + option("repositoryName", name)
                + option("orgPolicy", needsOrgPolicy(policies) ? Optional.of("FILE") : Optional.empty());
    }

    /** Where the target's policy names its groups, the pipeline gives it, though this run may have none. */
    private static boolean needsOrgPolicy(Policies policies) {
        return policies.from(Origin.ORGANISATION).isPresent()
                || !policies.unknownGroups().isEmpty();
    }

    /** How an author drafts a contract. Of a target that a clone finds by itself nothing is said, nor of a commit that it need not have. */
    static String draft(Revisions revisions) {
        return run("draft", revisions);
    }

    /** How an author archives contracts. */
    static String archive(Revisions revisions) {
        return run("archive", revisions);
    }

    private static String run(String goal, Revisions revisions) {
        return "mvn dev.gatekeeper:gatekeeper-maven-plugin:" + goal
                + option("target", revisions.targetRef().filter(ref -> !FOUND_BY_ITSELF.contains(ref)));
    }

    /** The parameter {@code name} on a command line, where there is a value. */
    static String option(String name, Optional<String> value) {
        return value.map(given -> " -Dgatekeeper." + name + "=" + Shell.quote(given))
                .orElse("");
    }

    /** How an author gets back what the target has at {@code paths}. */
    static String restore(Revisions revisions, Collection<String> paths) {
        StringBuilder command = new StringBuilder("git checkout ")
                .append(Shell.quote(revisions.shownTarget()))
                .append(" --");
        for (String path : paths) {
            command.append(' ').append(Shell.quote(path));
        }
        return command.toString();
    }
}
