package dev.gatekeeper.approvals;

import static dev.gatekeeper.approvals.ReviewingShop.CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is RED in a change, and however it comes to head: a review counts as it was, and never once a byte of it differs. */
class ReviewedBytesTest {

    private static final int ROUNDS = 25;

    private final Path folder;

    ReviewedBytesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static LongStream seeds() {
        return LongStream.range(0, ROUNDS);
    }

    /** The RED files of head, some of which the target has too. */
    private final Map<String, byte[]> red = new LinkedHashMap<>();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void diesWithOneByte(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        try (ReviewingShop shop = ReviewingShop.open(folder)) {
            GitHistory history = shop.history;
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                String path = "src/auth/" + (random.nextBoolean() ? "deep/" : "") + "File" + i;
                red.put(path, bytes(random));
                if (random.nextBoolean()) {
                    history.checkout("main").write(path, bytes(random)).commit("Have " + path);
                }
            }
            history.ref("refs/heads/work", "main").checkout("work");
            commit(history, "Propose");
            shop.reviewed("janes");
            if (random.nextBoolean()) {
                history.checkout("main").write("docs/other.md", bytes(random)).commit("Go on");
            }
            comesToHead(history, random, "kept");
            assertThat(shop.verdict()).as("as it was").containsExactly("PASSED");

            String path = List.copyOf(red.keySet()).get(random.nextInt(red.size()));
            red.put(path, otherwise(random, red.getOrDefault(path, new byte[0])));
            history.checkout("work");
            comesToHead(history, random, "altered");
            assertThat(shop.verdict()).as("another byte of " + path).containsExactly("approval-stale");
        }
    }

    /** By one more commit, a rebase or squash, a merge of the target, or as the merge ref. */
    private void comesToHead(GitHistory history, SplittableRandom random, String branch) {
        switch (random.nextInt(4)) {
            case 0 -> {
                history.checkout("work").branch(branch);
                commit(history, "Go on");
            }
            case 1 -> {
                history.checkout("main").branch(branch);
                commit(history, "Rebase");
            }
            case 2 -> {
                history.checkout("work").branch(branch);
                history.merge("main");
                commit(history, "Go on");
            }
            default -> {
                history.checkout("work").branch(branch);
                commit(history, "Go on");
                history.detach("main").merge(branch);
            }
        }
    }

    private void commit(GitHistory history, String message) {
        red.forEach(history::write);
        history.write(CONTRACT, DemoShop.contract("RED")).commit(message);
    }

    private static byte[] bytes(SplittableRandom random) {
        byte[] bytes = new byte[1 + random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] otherwise(SplittableRandom random, byte[] bytes) {
        byte[] other = bytes.clone();
        other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        return other;
    }
}
