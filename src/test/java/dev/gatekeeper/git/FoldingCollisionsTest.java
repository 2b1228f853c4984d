package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.gatekeeper.change.RawPath;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldingCollisionsTest extends GitFixture {

    @BeforeEach
    void startHistory() {
        history.write("src/auth/Token.java", "t")
                .write("caf\u00e9", "c")
                .write("Readme", "r")
                .commit("Base");
        history.branch("feature");
    }

    @Test
    void findsNamesThatFoldAlike() {
        history.write("src/auth/token.JAVA", "x")
                .write("cafe\u0301", "x")
                .write("new", "x")
                .commit("Feature");
        assertThat(twins())
                .containsExactly(
                        Map.entry("cafe\u0301", "caf\u00e9"), Map.entry("src/auth/token.JAVA", "src/auth/Token.java"));
    }

    @Test
    void findsFoldersThatFoldAlike() {
        history.write("src/Auth/x/y", "x")
                .write("\u017frc/z", "x")
                .write("README/inner", "x")
                .commit("Feature");
        assertThat(twins())
                .containsExactly(
                        Map.entry("README/inner", "Readme"),
                        Map.entry("src/Auth/x/y", "src/auth"),
                        Map.entry("\u017frc/z", "src"));
    }

    @Test
    void findsNamesThatDifferByWhatNobodySees() {
        history.write("src/au\u200dth/x", "x")
                .write("Read\u200cme", "x")
                .write("cafe\u0301\ufe0f", "x")
                .commit("Feature");
        assertThat(twins())
                .containsExactly(
                        Map.entry("Read\u200cme", "Readme"),
                        Map.entry("cafe\u0301\ufe0f", "caf\u00e9"),
                        Map.entry("src/au\u200dth/x", "src/auth"));
    }

    /** As text, all bytes that are not UTF-8 are one character. */
    @Test
    void bytesThatAreNoUtf8AreNoTwins() {
        for (String name : new String[] {"n/\u00e9", "n/\u00e8", "n/X\u00e9", "n/x\u00e9"}) {
            history.entry(new RawPath(name).toBytes(), 0100644, "1".repeat(40));
        }
        history.commit("Feature");
        assertThat(twins()).containsExactly(Map.entry("n/X\ufffd", "n/x\ufffd"), Map.entry("n/x\ufffd", "n/X\ufffd"));
    }

    @Test
    void findsTwinsThatTheChangeBringsBoth() {
        history.write("n/A", "x").write("n/a", "x").write("n/\uff41", "x").commit("Feature");
        assertThat(twins())
                .containsExactly(Map.entry("n/A", "n/a"), Map.entry("n/a", "n/A"), Map.entry("n/\uff41", "n/A"));
    }

    @Test
    void passesOverTwinsThatWereThereAlready() {
        history.write("src/auth/TOKEN.java", "x").write("SRC/old", "x").commit("Twins");
        history.branch("later")
                .write("src/auth/New.java", "x")
                .write("SRC/new", "x")
                .write("src/auth/Token.java", "y")
                .commit("Later");
        assertThat(twins("feature", "later")).isEmpty();
    }

    /** A merge would hold both. */
    @Test
    void findsTwinsThatTheTargetHasAddedMeanwhile() {
        history.write("docs/Foo", "x").write("New/x", "x").write("same", "x").commit("Feature");
        history.checkout("main")
                .write("docs/foo", "y")
                .write("new/y", "y")
                .write("same", "x")
                .move("Readme", "README")
                .commit("Main");
        assertThat(twins()).containsExactly(Map.entry("New/x", "new"), Map.entry("docs/Foo", "docs/foo"));
    }

    @Test
    void aNameThatTheChangeTakesAwayIsNoTwin() {
        history.move("Readme", "README").commit("Rename");
        assertThat(twins()).isEmpty();
    }

    /** 100,000 names in one folder: looking each up among all others would take minutes. */
    @Test
    void readsEachFolderOnce() {
        for (int i = 0; i < 100_000; i++) {
            history.entry("big/N" + i, 0100644, "1".repeat(40));
        }
        history.entry("big/n1", 0100644, "1".repeat(40)).commit("Feature");
        assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThat(twins())
                        .containsExactly(Map.entry("big/N1", "big/n1"), Map.entry("big/n1", "big/N1")));
    }

    private Map<String, String> twins() {
        return twins("main", "feature");
    }

    private Map<String, String> twins(String target, String head) {
        Map<String, String> shown = new TreeMap<>();
        Map<RawPath, RawPath> twins = Histories.change(folder, target, head).collisions();
        twins.forEach((path, twin) -> shown.put(path.text(), twin.text()));
        return shown;
    }
}
