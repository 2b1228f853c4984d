package dev.gatekeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest {

    @Test
    void sameCallsGiveTheSameIds(@TempDir Path folder) {
        assertThat(history(folder.resolve("a"))).isEqualTo(history(folder.resolve("b")));
    }

    @Test
    void fillsTheWorkTree(@TempDir Path folder) {
        history(folder);
        assertThat(folder.resolve("src/B.java")).hasContent("b");
        assertThat(folder.resolve("src/C.java")).hasContent("c");
        assertThat(folder.resolve("A.java")).doesNotExist();
        assertThat(Files.isExecutable(folder.resolve("run"))).isTrue();
        assertThat(Files.isSymbolicLink(folder.resolve("link"))).isTrue();
    }

    private static String history(Path folder) {
        try (GitHistory history = GitHistory.init(folder)) {
            history.write("A.java", "a").write("run", "#!").commit("First");
            history.branch("feature")
                    .write("src/B.java", "b")
                    .chmod("run", true)
                    .symlink("link", "run");
            history.delete("A.java").commit("Second\n\nCo-authored-by: Bo <bo@acme.example>", "Bo <bo@acme.example>");
            history.checkout("main")
                    .write("C.java", "c")
                    .move("C.java", "src/C.java")
                    .commit("Third");
            history.checkout("feature");
            String merge = history.merge("main");
            history.fillWorkTree();
            return merge;
        }
    }
}
