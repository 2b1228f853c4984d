package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

@MojoTest
class ExplainMojoTest extends MojoFixture {

    @Test
    @InjectMojo(goal = "explain")
    void showsWhatIsCommittedAndWhatIsNot(ExplainMojo mojo) throws Exception {
        try (GitHistory history = DemoShop.change(shop)) {
            history.write(DemoShop.YELLOW, "// rotated\n")
                    .write(DemoShop.CONTRACT, DemoShop.contract("GREEN"))
                    .commit("Rotate tokens");
            history.fillWorkTree();
        }
        Files.writeString(shop.resolve(DemoShop.RED), "// not committed\n");
        Files.writeString(shop.resolve("notes.txt"), "mine\n");
        run(mojo);
        assertThat(body())
                .containsExactly(
                        "[INFO] level   path                                what                   rule       pattern     reason",
                        "[INFO] RED     src/main/java/shop/auth/Token.java  modified, uncommitted  auth       **/auth/**  Auth or permissions logic",
                        "[INFO] YELLOW  notes.txt                           added, uncommitted     unmatched  -           No rule matches it",
                        "[INFO] YELLOW  src/main/java/shop/Cart.java        modified               unmatched  -           No rule matches it",
                        "[INFO] GREEN   .gatekeeper/contracts/change.yaml   added                  -          -           This change's own contract or approval",
                        "[INFO] The change is RED: 1 RED, 2 YELLOW, 1 GREEN. verify asks for:",
                        "[INFO]   contract: .gatekeeper/contracts/change.yaml, to declare riskLevel: RED",
                        "[INFO]   fields: whatChanged, whyChanged, riskLevel, invariantsChecked, tests",
                        "[INFO]   approval: by Jane Smith, named, for rule auth (Auth or permissions logic)",
                        "[INFO] This is no verdict: verify judges what is committed.");
        assertThat(shop.resolve("target")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "explain")
    void showsPathsThatAreAskedAbout(ExplainMojo mojo) throws Exception {
        try (GitHistory history = DemoShop.change(shop)) {
            history.fillWorkTree();
        }
        commandLine.setProperty("gatekeeper.paths", "./src, docs/new.md,.gatekeeper/contracts/x.yaml, AI.md");
        run(mojo);
        assertThat(body().stream().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "[INFO] level path as if rule pattern reason",
                        "[INFO] RED AI.md modified gatekeeper /AI.md Gatekeeper's own files, and what steers a checkout",
                        "[INFO] RED src/main/java/shop/auth/Token.java modified auth **/auth/** Auth or permissions logic",
                        "[INFO] GREEN docs/new.md added docs /docs/ Documentation",
                        "[INFO] A change of these paths is RED: 2 RED, 1 YELLOW, 2 GREEN. verify asks for:");
    }

    @Test
    @InjectMojo(goal = "explain")
    void looksAtTheWholeWorkTreeFromAFolderOfIt(ExplainMojo mojo) throws Exception {
        try (GitHistory history = DemoShop.change(shop)) {
            history.fillWorkTree();
        }
        Files.writeString(shop.resolve(DemoShop.RED), "// not committed\n");
        when(session.getExecutionRootDirectory())
                .thenReturn(shop.resolve("docs").toString());
        run(mojo);
        assertThat(body()).anyMatch(line -> line.contains(DemoShop.RED + "  modified, uncommitted"));
    }

    @Test
    @InjectMojo(goal = "explain")
    void aNameDoesNotWriteLinesOfItsOwn(ExplainMojo mojo) throws Exception {
        try (GitHistory history = DemoShop.change(shop)) {
            history.fillWorkTree();
        }
        Files.writeString(shop.resolve("a\n::error::b"), "x\n");
        run(mojo);
        assertThat(body()).noneMatch(line -> line.contains("\n")).anyMatch(line -> line.contains("a\\n::error::b"));
    }

    @Test
    @InjectMojo(goal = "explain")
    void aPathThatIsNoneIsAnError(ExplainMojo mojo) {
        try (GitHistory history = DemoShop.change(shop)) {
            history.fillWorkTree();
        }
        for (String path : List.of("/etc/passwd", "../other", "a//b", "src/../docs")) {
            commandLine.setProperty("gatekeeper.paths", path);
            assertThatThrownBy(() -> run(mojo))
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageStartingWith("Gatekeeper cannot decide: gatekeeper.paths holds '" + path
                            + "', which is no path from the root of the repository");
        }
    }

    @Test
    @InjectMojo(goal = "explain")
    void aStaleTargetIsANote(ExplainMojo mojo) throws Exception {
        try (GitHistory history = DemoShop.change(shop)) {
            history.checkout("main").write(DemoShop.GREEN, "# More\n").commit("Go on");
            history.ref("refs/remotes/origin/main", "main").ref("refs/heads/main", "change");
            history.checkout("change").write(DemoShop.YELLOW, "// rotated\n").commit("Rotate tokens");
            history.fillWorkTree();
        }
        run(mojo);
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("[WARNING] Target 'refs/heads/main' is out of date"))
                .anyMatch(line -> line.startsWith("[INFO] YELLOW  " + DemoShop.YELLOW));
    }

    @Test
    @InjectMojo(goal = "explain")
    void aBranchThatChangesNothingIsAskedForNothing(ExplainMojo mojo) throws Exception {
        try (GitHistory history = DemoShop.change(shop)) {
            history.fillWorkTree();
        }
        run(mojo);
        assertThat(body())
                .containsExactly(
                        "[INFO] No changed paths, committed or not.",
                        "[INFO] This is no verdict: verify judges what is committed.");
    }

    @Test
    @InjectMojo(goal = "explain")
    void whatCannotBeReadIsSaid(ExplainMojo mojo) throws Exception {
        try (GitHistory history = DemoShop.change(shop)) {
            history.write(DemoShop.YELLOW, "// rotated\n").commit("Rotate tokens");
        }
        run(mojo);
        assertThat(log.lines())
                .contains("[WARNING] Nothing is checked out here, so there is no uncommitted work.")
                .anyMatch(line -> line.startsWith("[INFO] YELLOW  " + DemoShop.YELLOW));
    }

    @Test
    @InjectMojo(goal = "explain")
    void anotherHeadHasNoUncommittedWork(ExplainMojo mojo) throws Exception {
        try (GitHistory history = DemoShop.change(shop)) {
            history.write(DemoShop.YELLOW, "// rotated\n").commit("Rotate tokens");
            history.fillWorkTree();
        }
        Files.writeString(shop.resolve(DemoShop.RED), "// not committed\n");
        commandLine.setProperty("gatekeeper.head", "refs/heads/change");
        run(mojo);
        assertThat(body()).noneMatch(line -> line.contains("uncommitted"));
    }

    /** What follows the commits, and stands before the trust. */
    private List<String> body() {
        List<String> lines = log.lines();
        assertThat(lines.get(0)).startsWith("[INFO] Target refs/heads/main at ");
        assertThat(lines.get(lines.size() - 1)).startsWith("[INFO] This run is advisory: ");
        return lines.subList(1, lines.size() - 1);
    }
}
