package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.GitHistory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.Test;

/** Held against what the definition says, over histories with dates that lie, several roots, and merges of anything with anything. */
class MergeBasesTest extends GitFixture {

    private static final int COMMITS = 30;

    private final Map<String, List<String>> parents = new LinkedHashMap<>();

    /** The merges seen whose parents come from none, one, two … commits. */
    private final int[] merges = new int[COMMITS];

    @Test
    void areTheBestCommonAncestors() throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            compare(new SplittableRandom(seed));
        }
        assertThat(merges[0]).as("merges of strangers").isPositive();
        assertThat(merges[1]).as("usual merges").isPositive();
        assertThat(merges[2]).as("merges of what has crossed").isPositive();
    }

    private void compare(SplittableRandom random) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < COMMITS; number++) {
            ids.add(commit(random, ids));
        }
        try (FileRepository repository = new FileRepository(folder.toFile());
                ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            for (int i = 0; i < 30; i++) {
                String target = ids.get(random.nextInt(COMMITS));
                String head = ids.get(random.nextInt(COMMITS / 2, COMMITS));
                Ancestry ancestry = new Ancestry(reader);
                Set<ObjectId> common = ancestry.mergeBases(ObjectId.fromString(target), ObjectId.fromString(head));
                assertThat(common).extracting(ObjectId::name).containsExactlyInAnyOrderElementsOf(best(target, head));
                if (common.size() != 1) {
                    continue;
                }
                List<RevCommit> change = ancestry.since(common.iterator().next(), List.of(ObjectId.fromString(head)));
                Set<String> own = reached(head);
                own.removeAll(reached(target));
                assertThat(change).extracting(RevCommit::name).containsExactlyInAnyOrderElementsOf(own);
                MergeBases bases = new MergeBases(ancestry, Set.of(), change, 1);
                for (RevCommit commit : change) {
                    if (commit.getParentCount() == 2) {
                        Set<String> expected = best(
                                commit.getParent(0).name(), commit.getParent(1).name());
                        assertThat(bases.ofParents(walk.parseCommit(commit)).orElseThrow())
                                .extracting(ObjectId::name)
                                .containsExactlyInAnyOrderElementsOf(expected);
                        merges[expected.size()]++;
                    }
                }
            }
        }
    }

    private String commit(SplittableRandom random, List<String> ids) {
        List<String> from = new ArrayList<>();
        if (!ids.isEmpty() && random.nextInt(12) > 0) {
            from.add(ids.get(Math.max(0, ids.size() - 1 - random.nextInt(5))));
            if (random.nextInt(5) < 3) {
                String other = ids.get(Math.max(0, ids.size() - 1 - random.nextInt(12)));
                if (!from.contains(other)) {
                    from.add(other);
                }
            }
        }
        long lie = random.nextInt(3) == 0 ? random.nextInt(-9000, 9000) : 0;
        StringBuilder text = new StringBuilder("tree " + history.object("tree", new byte[0]) + "\n");
        from.forEach(parent -> text.append("parent ").append(parent).append('\n'));
        String who = GitHistory.AUTHOR + " " + (1_700_000_000L + ids.size() * 60L + lie) + " +0000\n";
        text.append("author ")
                .append(who)
                .append("committer ")
                .append(who)
                .append('\n')
                .append(ids.size());
        String id = history.object("commit", text.toString().getBytes(UTF_8));
        parents.put(id, from);
        return id;
    }

    private Set<String> best(String one, String other) {
        Set<String> common = reached(one);
        common.retainAll(reached(other));
        Set<String> best = new HashSet<>(common);
        for (String ancestor : common) {
            Optional.ofNullable(parents.get(ancestor))
                    .ifPresent(all -> all.forEach(parent -> best.removeAll(reached(parent))));
        }
        return best;
    }

    private Set<String> reached(String from) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            if (reached.add(id)) {
                open.addAll(parents.getOrDefault(id, List.of()));
            }
        }
        return reached;
    }
}
