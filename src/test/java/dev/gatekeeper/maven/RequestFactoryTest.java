package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.Request;
import dev.gatekeeper.Trust;
import dev.gatekeeper.testing.GitHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestFactoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Path shop;
    private final Path gate;

    RequestFactoryTest(@TempDir Path folder) throws IOException {
        shop = Files.createDirectories(folder.toRealPath().resolve("shop"));
        gate = Files.createDirectories(folder.toRealPath().resolve("gate"));
        GitHistory.init(shop).close();
    }

    @Test
    void nothingGivenIsTheDefault() {
        Asked asked = ask(shop, Map.of());
        assertThat(asked.complaint()).isEmpty();
        assertThat(asked.skip()).isFalse();
        assertThat(asked.record()).contains(shop.resolve("target/gatekeeper/verdict.json"));
        assertThat(asked.request())
                .isEqualTo(new Request(
                        shop,
                        Optional.empty(),
                        Optional.empty(),
                        "HEAD",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        false,
                        false,
                        new Trust(false, "Maven was started inside the checkout"),
                        NOW));
    }

    @Test
    void everythingGivenIsTaken() {
        Asked asked = ask(
                gate,
                Map.ofEntries(
                        Map.entry("target", "refs/heads/main"),
                        Map.entry("targetName", "main"),
                        Map.entry("head", "refs/heads/change"),
                        Map.entry("repository", "../shop"),
                        Map.entry("repositoryName", "acme/shop"),
                        Map.entry("change", "42"),
                        Map.entry("author", "Jane Smith, joe@acme.example"),
                        Map.entry("record", "42.json"),
                        Map.entry("orgPolicy", "/etc/policy.yaml"),
                        Map.entry("simulation", "true"),
                        Map.entry("warnOnly", "true"),
                        Map.entry("skip", "true"),
                        Map.entry("isolated", "true")));
        assertThat(asked.complaint()).isEmpty();
        assertThat(asked.skip()).isTrue();
        assertThat(asked.record()).contains(gate.resolve("42.json"));
        assertThat(asked.request())
                .isEqualTo(new Request(
                        shop,
                        Optional.of("refs/heads/main"),
                        Optional.of("main"),
                        "refs/heads/change",
                        Optional.of("acme/shop"),
                        Optional.of("42"),
                        List.of("Jane Smith", "joe@acme.example"),
                        Optional.of(Path.of("/etc/policy.yaml")),
                        true,
                        true,
                        new Trust(true, "Maven runs in an empty folder of its own, outside the checkout"),
                        NOW));
    }

    @Test
    void everyWayToARepositoryIsTheSameRequest() throws IOException {
        Path module = Files.createDirectories(shop.resolve("module"));
        Path link = Files.createSymbolicLink(gate.resolveSibling("link"), shop);
        for (Path way : List.of(module, link, shop.resolve(".git"))) {
            assertThat(ask(gate, Map.of("repository", way.toString())).request())
                    .isEqualTo(ask(gate, Map.of("repository", shop.toString())).request());
        }
    }

    @Test
    void aBareRepositoryIsOpenedOnlyWhereItIsNamed() {
        Path bare = shop.resolve("mod");
        GitHistory.initBare(bare).close();
        assertThat(ask(bare, Map.of()).request().repository()).isEqualTo(shop);
        assertThat(ask(gate, Map.of("repository", bare.toString())).request().repository())
                .isEqualTo(bare);
    }

    @Test
    void aWrongParameterLeavesTheRecordItsPlace() {
        Asked asked = ask(shop, Map.of("skip", "yes", "change", "42"));
        assertThat(asked.complaint().map(Complaint::problem))
                .contains("gatekeeper.skip is 'yes'; allowed are 'true' and 'false'");
        assertThat(asked.skip()).isFalse();
        assertThat(asked.record()).contains(shop.resolve("target/gatekeeper/verdict.json"));
        assertThat(asked.request().change()).contains("42");
    }

    @Test
    void aWrongRecordHasNoPlace() {
        Asked asked = ask(shop, Map.of("record", " "));
        assertThat(asked.record()).isEmpty();
        assertThat(asked.complaint()).isPresent();
    }

    @Test
    void noRepositoryIsAComplaint() {
        Asked asked = ask(gate, Map.of("isolated", "true"));
        assertThat(asked.complaint().map(Complaint::problem)).contains("'" + gate + "' is in no git repository.");
        assertThat(asked.request().trust())
                .isEqualTo(new Trust(false, "there is no repository that Maven could run apart from"));
    }

    @Test
    void isolatedRefusesAnAdvisoryRunWithTheRecipe() {
        assertThat(ask(shop, Map.of("isolated", "true")).complaint())
                .contains(new Complaint(
                        "gatekeeper.isolated is 'true', but this run is advisory: Maven was started inside the checkout",
                        "Start Maven in an empty folder of its own, outside the checkout:"
                                + " gate=$(mktemp -d); mkdir \"$gate/.mvn\"; cd \"$gate\";"
                                + " mvn -Dgatekeeper.repository=<checkout> -Dgatekeeper.isolated=true"
                                + " dev.gatekeeper:gatekeeper-maven-plugin:<version>:verify"));
    }

    @Test
    void isolatedTakesNoShortName() {
        Map<String, String> given = Map.of("isolated", "true", "repository", "../shop", "target", "main");
        assertThat(ask(gate, given).complaint())
                .contains(new Complaint(
                        "gatekeeper.target is 'main'; an isolated run takes a full ref or a full commit id only",
                        "Give the full ref, such as refs/remotes/origin/main, or leave it to the default."));
    }

    /** An id is told from a branch's name by its small letters: this would be read as the short name of a branch. */
    @Test
    void isolatedTakesNoNameThatLooksLikeAnId() {
        for (String name :
                List.of("A".repeat(40), "a".repeat(39), "a".repeat(41), "a".repeat(39) + "g", "a".repeat(64))) {
            Map<String, String> given = Map.of("isolated", "true", "repository", "../shop", "target", name);
            assertThat(ask(gate, given).complaint().map(Complaint::problem))
                    .contains("gatekeeper.target is '" + name
                            + "'; an isolated run takes a full ref or a full commit id only");
        }
    }

    @Test
    void isolatedTakesACommitIdOrTheDefault() {
        Map<String, String> byId = Map.of("isolated", "true", "repository", "../shop", "target", "a".repeat(40));
        assertThat(ask(gate, byId).complaint()).isEmpty();
        assertThat(ask(gate, Map.of("isolated", "true", "repository", "../shop"))
                        .complaint())
                .isEmpty();
    }

    private static Asked ask(Path folder, Map<String, String> commandLine) {
        Parameters parameters = Parameters.of(
                List.of(ParameterName.values()).stream()
                        .map(name -> new Given(
                                name, Optional.ofNullable(commandLine.get(name.element())), Optional.empty())),
                new Properties());
        return RequestFactory.ask(parameters, new Surroundings(folder, Optional.of(folder), false, NOW));
    }
}
