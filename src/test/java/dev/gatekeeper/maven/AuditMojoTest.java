package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.JsonSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class AuditMojoTest extends MojoFixture {

    @Test
    @InjectMojo(goal = "audit")
    void writesWhatItFinds(AuditMojo mojo) throws Exception {
        String pushed = enter("Push it");
        MojoFailureException failure = assertThrows(MojoFailureException.class, () -> run(mojo));
        assertThat(failure).hasMessage("Gatekeeper's audit of this branch fails: 1 change around the gate");
        assertThat(log.lines())
                .contains(
                        "[ERROR] 2 changes entered the branch: 1 answered for, 1 around the gate.",
                        "[ERROR] around: 1970-01-01 " + pushed.substring(0, 12)
                                + " GREEN Push it, committed by Ada Author <ada@acme.example>: .gatekeeper/contracts: this change adds no"
                                + " contract; only commits are judged [contract-missing]");
        JsonObject audit = JsonParser.parseString(read("audit.json")).getAsJsonObject();
        assertThat(audit.get("format").getAsString()).isEqualTo("gatekeeper-audit/1");
        assertThat(audit.getAsJsonObject("counts").toString())
                .isEqualTo(
                        "{\"changes\":2,\"answered\":1,\"joined\":0,\"reviewed\":0,\"let_through\":0,\"around\":1,\"undecidable\":0,\"accepted\":0}");
        JsonObject newest = audit.getAsJsonArray("changes").get(0).getAsJsonObject();
        assertThat(newest.keySet())
                .containsExactly(
                        "commit",
                        "commits",
                        "parent",
                        "date",
                        "class",
                        "joined",
                        "level",
                        "contracts",
                        "approvals",
                        "findings",
                        "committedByApprover",
                        "accepted");
        assertThat(newest.get("commit").getAsString()).isEqualTo(pushed);
        List<JsonObject> records = read("audit.ndjson")
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        assertThat(records).hasSize(2);
        assertThat(records.get(1).get("source").getAsString()).isEqualTo("audit");
        assertThat(records.get(1).get("change").getAsString()).isEqualTo(pushed);
        assertThat(records.get(1).get("enforced").getAsBoolean()).isFalse();
        assertThat(records.get(0).get("enforced").getAsBoolean()).isTrue();
        JsonSchema verdict = JsonSchema.of("verdict");
        assertThat(read("audit.ndjson").lines())
                .allSatisfy(line -> assertThat(verdict.problems(line)).isEmpty());
        assertThat(JsonSchema.of("audit").problems(read("audit.json"))).isEmpty();
        assertThat(JsonSchema.of("audit").problems(read("audit.json").replace("\"around\",", "\"fine\",")))
                .isNotEmpty();
        assertThat(read("audit.md")).contains("# Gatekeeper's audit: FAILED", "## Around the gate", "## Answered for");
    }

    @Test
    @InjectMojo(goal = "audit")
    void passesWhereEverythingIsAnsweredForOrAccepted(AuditMojo mojo, @TempDir Path elsewhere) throws Exception {
        String pushed = enter("Push it");
        Path accepted = elsewhere.toRealPath().resolve("accepted.yaml");
        Files.writeString(accepted, "- {commit: " + pushed + ", reason: A hot fix, who: Omar Haddad}\n");
        commandLine.setProperty("gatekeeper.accepted", accepted.toString());
        run(mojo);
        assertThat(read("audit.md"))
                .contains("# Gatekeeper's audit: PASSED")
                .contains("; accepted by `Omar Haddad`: `A hot fix`");
        assertThat(read("audit.json")).contains("\"accepted\": {\"reason\": \"A hot fix\", \"who\": \"Omar Haddad\"}");
    }

    @Test
    @InjectMojo(goal = "audit")
    void takesNoFileOfTheCheckoutForAccepted(AuditMojo mojo) throws Exception {
        enter("Push it");
        commandLine.setProperty("gatekeeper.accepted", "accepted.yaml");
        Files.writeString(shop.resolve("accepted.yaml"), "[]\n");
        assertThat(assertThrows(MojoExecutionException.class, () -> run(mojo)))
                .hasMessageContaining("accepted.yaml', which lies in the checkout, where the change can alter it");
    }

    @Test
    @InjectMojo(goal = "audit")
    void takesAFullCommitIdForSince(AuditMojo mojo) throws Exception {
        enter("Push it");
        commandLine.setProperty("gatekeeper.since", "main~1");
        assertThat(assertThrows(MojoExecutionException.class, () -> run(mojo)))
                .hasMessageContaining("gatekeeper.since is 'main~1', which is no full commit id");
    }

    /** An audit that comes to nothing leaves what the last one wrote: its tip is where the next one begins. */
    @Test
    @InjectMojo(goal = "audit")
    void leavesAnEarlierAuditWhereItCannotDecide(AuditMojo mojo) throws Exception {
        enter("Push it");
        Path output = Files.createDirectories(shop.resolve("target/gatekeeper"));
        Files.writeString(output.resolve("audit.json"), "{}");
        commandLine.setProperty("gatekeeper.since", "1".repeat(40));
        assertThrows(MojoExecutionException.class, () -> run(mojo));
        assertThat(read("audit.json")).isEqualTo("{}");
        try (var files = Files.list(output)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    @InjectMojo(goal = "audit")
    void saysWhatKeepsItFromDecidingByItsCode(AuditMojo mojo) throws Exception {
        String pushed = enter("Push it");
        String lost;
        try (var repository = dev.gatekeeper.git.GitRepository.open(shop)) {
            lost = repository.snapshot(pushed).tree();
        }
        Files.delete(shop.resolve(".git/objects/" + lost.substring(0, 2) + "/" + lost.substring(2)));
        assertThrows(MojoFailureException.class, () -> run(mojo));
        String end = " lacks the object " + lost + " [object-missing]";
        assertThat(log.lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith("[ERROR] undecidable: ").endsWith(end));
        assertThat(read("audit.md").lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith("- ").endsWith("lacks the object `" + lost + "` [object-missing]"));
        assertThat(read("audit.ndjson")).contains("\"undecided\": {\"code\": \"object-missing\", ");
    }

    /** Whoever commits chooses the words of the page. */
    @Test
    @InjectMojo(goal = "audit")
    void showsHostileTextAsText(AuditMojo mojo) throws Exception {
        enter("`|</td>![x](https://evil.example)\u202e @admin #1");
        assertThrows(MojoFailureException.class, () -> run(mojo));
        String page = read("audit.md");
        assertThat(page).contains("`\\u0060\\u007C</td>![x](https://evil.example)\\u202E @admin #1`");
        assertThat(page).doesNotContain("\u202e");
        assertThat(log.lines()).noneMatch(line -> line.contains("\u202e"));
    }

    @Test
    @InjectMojo(goal = "audit")
    void writesNothingThroughALinkOfTheCheckout(AuditMojo mojo, @TempDir Path elsewhere) throws Exception {
        enter("Push it");
        Files.createSymbolicLink(shop.resolve("target"), elsewhere);
        assertThat(assertThrows(MojoExecutionException.class, () -> run(mojo)))
                .hasMessageContaining("the audit cannot be written");
        try (var files = Files.list(elsewhere)) {
            assertThat(files).isEmpty();
        }
    }

    /** A change with its contract, and a push without one; the push's id. */
    private String enter(String subject) {
        try (GitHistory history = DemoShop.change(shop)) {
            history.checkout("main")
                    .write(DemoShop.GREEN, "# One\n")
                    .write(".gatekeeper/contracts/c1.yaml", DemoShop.contract("GREEN"))
                    .commit("One");
            return history.write(DemoShop.GREEN, "# Two\n").commit(subject);
        }
    }

    private String read(String name) throws Exception {
        return Files.readString(shop.resolve("target/gatekeeper").resolve(name));
    }
}
