package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.testing.GitHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MojoTest
class CheckPolicyMojoTest extends MojoFixture {

    private static final String POLICY = """
            version: 1
            requiredFiles: []
            rules:
              - id: auth
                level: RED
                because: Auth or permissions logic
                paths: ["**/auth/**"]
              - id: docs
                level: GREEN
                because: Documentation
                paths: ["/*.md"]
            """;

    private static final String TOKEN = "src/main/java/shop/auth/Token.java";

    private String tokens = "";

    @BeforeEach
    void shop() {
        try (GitHistory history = GitHistory.init(shop)) {
            history.write("README.md", "A shop.\n").commit("Begin");
            history.write(".gatekeeper/policy.yaml", POLICY).commit("Adopt Gatekeeper");
            tokens = history.write(TOKEN, "class Token {}\n").commit("Add tokens");
            history.write("src/main/java/shop/Cart.java", "class Cart {}\n").commit("Add a cart");
            history.fillWorkTree();
        }
    }

    private Path write(String path, String text) throws Exception {
        Path file = shop.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    @InjectMojo(goal = "check-policy")
    void countsWhatThePolicyMakesOfTheFiles(CheckPolicyMojo mojo) throws Exception {
        run(mojo);
        assertThat(log.lines())
                .contains(
                        "[INFO] Policy: .gatekeeper/policy.yaml",
                        "[INFO] Of 4 files of head are 2 RED (50.0 %), 1 YELLOW (25.0 %), 1 GREEN (25.0 %):",
                        "[INFO] RED     1      auth        Auth or permissions logic",
                        "[INFO] It gives no file of head another level against the target's policy.",
                        "[INFO] It lowers no path at all against the target's policy, whether or not anything lies there (paths in"
                                + " ASCII, of files).");
    }

    @Test
    @InjectMojo(goal = "check-policy")
    void showsWhatAnEditOfThePolicyWouldLower(CheckPolicyMojo mojo) throws Exception {
        write(".gatekeeper/policy.yaml", POLICY.replace("\"**/auth/**\"", "\"**/auth/**\", \"!/src/\""));
        run(mojo);
        assertThat(log.lines())
                .contains(
                        "[WARNING] It lowers 1 and raises 0 files of head against the target's policy:",
                        "[WARNING] lowered  " + TOKEN + "  RED (rule auth) -> YELLOW (rule unmatched)",
                        "[WARNING] It lowers paths of rule auth against the target's policy, whether or not anything lies"
                                + " there, such as src/auth/a: RED -> YELLOW");
    }

    @Test
    @InjectMojo(goal = "check-policy")
    void failsByAPolicyThatCantBeUsed(CheckPolicyMojo mojo) throws Exception {
        write(".gatekeeper/policy.yaml", POLICY.replace("level: GREEN", "level: BLUE"));
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("Gatekeeper can't use this policy: 1 problem");
        assertThat(log.lines())
                .contains("[ERROR] .gatekeeper/policy.yaml:9:12  level is 'BLUE'; allowed are GREEN, YELLOW, RED");
    }

    @Test
    @InjectMojo(goal = "check-policy")
    void failsByAPolicyTestThatDoesNotHold(CheckPolicyMojo mojo) throws Exception {
        write(
                ".gatekeeper/policy-test.yaml",
                "- {path: src/auth/A.java, level: RED, rule: auth}\n- {path: src/A.java, level: RED}\n");
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("Gatekeeper's policy tests don't hold: 1 problem in .gatekeeper/policy-test.yaml");
        assertThat(log.lines())
                .contains(
                        "[ERROR] .gatekeeper/policy-test.yaml:2:10  the path 'src/A.java' is YELLOW by rule unmatched,"
                                + " and the test says RED");
    }

    @Test
    @InjectMojo(goal = "check-policy")
    void replaysTheTargetsLastChanges(CheckPolicyMojo mojo) throws Exception {
        commandLine.setProperty("gatekeeper.replay", "50");
        run(mojo);
        assertThat(log.lines())
                .contains(
                        "[INFO] Replayed 3 of 3 changes",
                        "[INFO] 3 of the 50 changes that were asked for can be replayed: the target has no more.",
                        "[INFO] Of the target's last 3 changes, each from its first parent, would have been 2 RED (66.7 %), 1"
                                + " YELLOW (33.3 %), 0 GREEN (0.0 %), and 0 undecided:",
                        "[INFO] RED     1        1            auth        Auth or permissions logic");
    }

    @Test
    @InjectMojo(goal = "check-policy")
    void saysWhichChangeCannotBeReplayedAndWhy(CheckPolicyMojo mojo) throws Exception {
        String lost;
        try (var repository = dev.gatekeeper.git.GitRepository.open(shop)) {
            lost = repository.snapshot(tokens).tree();
        }
        Files.delete(shop.resolve(".git/objects/" + lost.substring(0, 2) + "/" + lost.substring(2)));
        commandLine.setProperty("gatekeeper.replay", "50");
        run(mojo);
        assertThat(log.lines())
                .contains("[WARNING] undecided " + tokens.substring(0, 12) + ": '" + shop.resolve(".git")
                        + "' lacks the object " + lost + " [object-missing]");
    }

    @Test
    @InjectMojo(goal = "check-policy")
    void looksAtAnotherFile(CheckPolicyMojo mojo) throws Exception {
        Path file = write("other.yaml", POLICY.replace("/*.md", "/*.txt"));
        commandLine.setProperty("gatekeeper.policy", "other.yaml");
        run(mojo);
        assertThat(log.lines())
                .contains("[WARNING] " + file + ":8:5  the rule 'docs' matches no file of head".replace(":8:5", ":8:9"))
                .contains("[INFO] raised   README.md  GREEN (rule docs) -> YELLOW (rule unmatched)");
    }

    @Test
    @InjectMojo(goal = "check-policy")
    void refusesWhatIsNoNumber(CheckPolicyMojo mojo) {
        commandLine.setProperty("gatekeeper.replay", "all");
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoExecutionException.class);
        assertThat(log.lines())
                .anySatisfy(line ->
                        assertThat(line).contains("gatekeeper.replay is 'all', which is no number from 0 to 9999"));
    }
}
