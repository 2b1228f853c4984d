package dev.gatekeeper;

import dev.gatekeeper.approvals.NearStatement;
import dev.gatekeeper.approvals.NearStatements;
import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.approvals.Statements;
import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicySource;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.verdict.Case;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may have signed in place of a change's statements: under another name of the repository, for another branch, for another of
 * its contracts, or as the change stood before. Read when it is first asked for, since a change without a stale signature needs none of it.
 */
final class NearbyStatements implements NearStatements {

    /** The most earlier commits that are looked at, those that bear on what is signed first: for each the change is read anew. */
    private static final int MOST_COMMITS = 20;

    /** The most branches, those of the shortest names first: what is kept for long is called so. */
    private static final int MOST_BRANCHES = 40;

    /** Of them, those into which the change is read anew. */
    private static final int MOST_READ_INTO = 10;

    private final ChangeSource source;
    private final Facts facts;
    private final Revisions revisions;
    private final Change change;
    private final List<Commit> commits;
    private final Policies policies;
    private final List<Statement> statements;
    private @Nullable List<Statement> elsewhere;
    private @Nullable List<NearStatement> earlier;

    /**
     * @param source to be read while it is open
     * @param policies those in force, which give the levels whatever is looked at
     * @param statements what may be signed and count
     */
    NearbyStatements(
            ChangeSource source,
            Facts facts,
            Revisions revisions,
            Change change,
            List<Commit> commits,
            Policies policies,
            List<Statement> statements) {
        this.source = source;
        this.facts = facts;
        this.revisions = revisions;
        this.change = change;
        this.commits = List.copyOf(commits);
        this.policies = policies;
        this.statements = List.copyOf(statements);
    }

    /** What may have been signed in place of the statements of {@code judged}. */
    static NearbyStatements to(Case judged, ChangeSource source, Facts facts) {
        return new NearbyStatements(
                source,
                facts,
                judged.revisions(),
                judged.change(),
                judged.commits(),
                judged.policies(),
                judged.statements());
    }

    @Override
    public Stream<NearStatement> to(Statement statement) {
        List<Supplier<List<NearStatement>>> kinds = List.of(
                () -> NearStatement.spoilt(statement),
                () -> made(longLived(source.branches().keySet(), MOST_BRANCHES), statement::into),
                () -> made(repositories(), statement::inRepository),
                () -> statements.stream().map(NearStatement::of).toList(),
                this::earlier,
                () -> elsewhere().stream()
                        .filter(other -> other.contractId().equals(statement.contractId()))
                        .map(NearStatement::of)
                        .toList());
        return kinds.stream()
                .flatMap(kind -> kind.get().stream())
                .filter(near -> !near.equals(NearStatement.of(statement)))
                .limit(MOST);
    }

    private static List<NearStatement> made(Collection<String> names, Function<String, Statement> named) {
        List<NearStatement> made = new ArrayList<>();
        for (String name : names) {
            attempt(() -> NearStatement.of(named.apply(name))).ifPresent(made::add);
        }
        return made;
    }

    private static List<String> longLived(Set<String> branches, int most) {
        return branches.stream()
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    /** What would be signed for other branches: what is RED there, and what it is changed from, need not be the same. */
    private List<Statement> elsewhere() {
        if (elsewhere == null) {
            List<Statement> found = new ArrayList<>();
            Map<String, String> tips = source.branches();
            for (String branch : longLived(tips.keySet(), MOST_READ_INTO)) {
                Revisions there = new Revisions(
                        Optional.empty(),
                        Optional.of(branch),
                        tips.getOrDefault(branch, revisions.target()),
                        revisions.head());
                found.addAll(attempt(() -> between(there)).orElse(List.of()));
            }
            elsewhere = found;
        }
        return elsewhere;
    }

    /** The names that the run, the organisation and the policies of merge base and head give the repository. */
    private Set<String> repositories() {
        Set<String> names = new LinkedHashSet<>();
        facts.run().repositoryName().ifPresent(names::add);
        policies.inForce().forEach(policy -> policy.repository().ifPresent(names::add));
        for (String commit : List.of(change.mergeBase(), revisions.head())) {
            attempt(() -> PolicySource.inForce(source.snapshot(commit), commit, Optional.empty()))
                    .flatMap(then -> then.from(Origin.TARGET))
                    .flatMap(Policy::repository)
                    .ifPresent(names::add);
        }
        return names;
    }

    private List<NearStatement> earlier() {
        if (earlier == null) {
            List<NearStatement> found = new ArrayList<>();
            Set<Statement> seen = new HashSet<>(statements);
            for (String commit : ids()) {
                Revisions then =
                        new Revisions(revisions.targetRef(), revisions.targetBranch(), revisions.target(), commit);
                for (Statement statement : attempt(() -> between(then)).orElse(List.of())) {
                    if (seen.add(statement)) {
                        found.add(NearStatement.of(statement).asOf(commit));
                    }
                }
            }
            earlier = found;
        }
        return earlier;
    }

    /** Newest first: those that brought a contract or an approval, those that touched what is RED, and then the others. */
    private List<String> ids() {
        Set<RawPath> red = new LinkedHashSet<>();
        statements.forEach(statement -> statement.red().forEach(path -> red.add(path.path())));
        Set<String> ids = new LinkedHashSet<>();
        ids.addAll(touching(Layout::isContractOrApproval));
        ids.addAll(touching(red::contains));
        ids.addAll(commits.stream().map(Commit::id).toList());
        ids.remove(revisions.head());
        return ids.stream().limit(MOST_COMMITS).toList();
    }

    private List<String> touching(Predicate<RawPath> path) {
        return commits.stream()
                .filter(commit -> commit.touched().stream().anyMatch(path))
                .map(Commit::id)
                .toList();
    }

    /** What would be signed between other commits, by today's policies. */
    private List<Statement> between(Revisions others) {
        ChangeAt then = ChangeAt.read(source, others, policies, Strictness.TODAY);
        return Statements.of(
                facts.repositoryName(), others.targetBranch(), then.contracts().readable(), then.classification());
    }

    private interface Attempt<T> {

        T make();
    }

    /** What can't be made or read was signed by nobody. */
    private static <T> Optional<T> attempt(Attempt<T> attempt) {
        try {
            return Optional.of(attempt.make());
        } catch (CannotDecideException e) {
            return Optional.empty();
        }
    }
}
