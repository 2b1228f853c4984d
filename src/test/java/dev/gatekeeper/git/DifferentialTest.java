package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.CommitScope;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.testing.NativeChange;
import dev.gatekeeper.testing.NativeCommits;
import dev.gatekeeper.testing.NativeGit;
import dev.gatekeeper.testing.RandomHistory;
import dev.gatekeeper.text.CannotDecideException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The change as it is read, held against what the machine's own git says, over 500 random histories. */
class DifferentialTest {

    private static final int HISTORIES = 50;
    private static final int COMMITS = 12;

    @BeforeAll
    static void needsGit() {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
    }

    @ParameterizedTest(name = "50 histories, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void readsWhatGitReads(long seed, @TempDir Path folder) throws IOException {
        NativeGit git = new NativeGit(folder);
        git.git("init", "--quiet", "--bare", ".");
        List<List<String>> histories = RandomHistory.write(git, folder.resolve("marks"), seed, HISTORIES, COMMITS);
        NativeCommits commits =
                new NativeCommits(git, histories.stream().flatMap(List::stream).toList());
        SplittableRandom random = new SplittableRandom(seed);
        int decided = 0;
        try (GitRepository repository = GitRepository.open(folder)) {
            for (List<String> ids : histories) {
                Revisions pair = pair(
                        ids.get(random.nextInt(COMMITS / 2, COMMITS)), ids.get(random.nextInt(COMMITS / 2, COMMITS)));
                decided += compare(repository, pair, new NativeChange(git, pair.target(), pair.head()), commits);
            }
        }
        assertThat(decided)
                .as("decided changes, so that the test tests something")
                .isGreaterThan(HISTORIES / 2);
    }

    private static int compare(GitRepository repository, Revisions pair, NativeChange git, NativeCommits commits) {
        Set<String> bases = git.mergeBases();
        Change change;
        try {
            change = repository.change(pair);
        } catch (CannotDecideException e) {
            assertThat(e.problem()).isEqualTo(git.refusal(bases));
            return 0;
        }
        assertThat(bases).containsExactly(change.mergeBase());
        Map<String, List<String>> paths = git.paths();
        assertThat(git.carried(change.mergeBase(), paths)).isEmpty();
        assertThat(change.paths())
                .isSortedAccordingTo((one, other) -> one.path().compareTo(other.path()));
        assertThat(shown(change.paths())).isEqualTo(paths);
        Map<String, String> onTarget = git.tree(pair.target());
        assertThat(change.paths())
                .allSatisfy(changed -> assertThat(shown(changed.onTarget()))
                        .isEqualTo(NativeChange.file(onTarget, changed.path().bytes())));
        git.merge()
                .ifPresent(merge ->
                        assertThat(NativeChange.surprises(change, merge)).isEmpty());
        List<Commit> read = repository.commits(pair, change, CommitScope.whole(change));
        assertThat(read)
                .extracting(Commit::id)
                .containsExactlyInAnyOrderElementsOf(commits.between(pair.target(), pair.head()));
        assertThat(read)
                .allSatisfy(commit -> assertThat(commit.touched())
                        .extracting(RawPath::bytes)
                        .containsExactlyInAnyOrderElementsOf(
                                commits.touched(commit.id(), pair.target(), pair.head(), paths.keySet())));
        for (ChangedPath path : change.paths()) {
            Set<RawPath> one = Set.of(path.path());
            assertThat(repository.commits(pair, change, new CommitScope(one, false)))
                    .isEqualTo(
                            read.stream().map(commit -> narrowed(commit, one)).toList());
        }
        return 1;
    }

    /** What is to be told of {@code commit} where nothing but {@code paths} is asked for. */
    private static Commit narrowed(Commit commit, Set<RawPath> paths) {
        Set<RawPath> touched = new HashSet<>(commit.touched());
        touched.retainAll(paths);
        Set<RawPath> made = new HashSet<>(commit.made());
        made.retainAll(paths);
        return new Commit(commit.id(), commit.authors(), touched, made, false);
    }

    private static Map<String, List<String>> shown(List<ChangedPath> paths) {
        Map<String, List<String>> shown = new TreeMap<>();
        paths.forEach(
                changed -> shown.put(changed.path().bytes(), List.of(shown(changed.before()), shown(changed.after()))));
        return shown;
    }

    private static String shown(Entry entry) {
        return entry.octalMode() + " " + entry.id();
    }

    private static Revisions pair(String target, String head) {
        return new Revisions(Optional.empty(), Optional.empty(), target, head);
    }
}
