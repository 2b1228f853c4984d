package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.Trust;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestFactoryTest {

    private final Path shop;
    private final Path gate;

    RequestFactoryTest(@TempDir Path folder) throws IOException {
        shop = Files.createDirectories(folder.toRealPath().resolve("shop"));
        gate = Files.createDirectories(folder.toRealPath().resolve("gate"));
        GitHistory.init(shop).close();
    }

    @Test
    void nothingGivenIsTheDefault() {
        Invocation asked = ask(shop, Map.of());
        assertThat(asked.problem()).isEmpty();
        assertThat(asked.request())
                .isEqualTo(Requests.of(shop)
                        .trust(false, "Maven was started inside the checkout")
                        .request());
    }

    @Test
    void everythingGivenIsTaken() {
        Invocation asked = ask(
                gate,
                Map.ofEntries(
                        Map.entry("target", "refs/heads/main"),
                        Map.entry("targetName", "main"),
                        Map.entry("head", "a".repeat(40)),
                        Map.entry("repository", "../shop"),
                        Map.entry("repositoryName", "acme/shop"),
                        Map.entry("change", "42"),
                        Map.entry("author", "Jane Smith, joe@acme.example"),
                        Map.entry("record", "42.json"),
                        Map.entry("orgPolicy", "/etc/policy.yaml"),
                        Map.entry("simulation", "true"),
                        Map.entry("warnOnly", "true"),
                        Map.entry("skip", "false"),
                        Map.entry("squashed", "true"),
                        Map.entry("isolated", "true")));
        assertThat(asked.problem()).isEmpty();
        assertThat(asked.request())
                .isEqualTo(Requests.of(shop)
                        .target("refs/heads/main")
                        .targetName("main")
                        .head("a".repeat(40))
                        .repositoryName("acme/shop")
                        .change("42")
                        .authors(List.of("Jane Smith", "joe@acme.example", "Jane Smith, joe@acme.example"))
                        .orgPolicy(new DiskFile(Path.of("/etc/policy.yaml")))
                        .simulation(true)
                        .warnOnly(true)
                        .squashed(true)
                        .trust(true, "Maven runs in an empty folder of its own, outside the checkout")
                        .request());
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
        assertThat(ask(gate, Map.of("repository", bare.toString())).problem().map(UsageProblem::problem))
                .contains("'" + bare + "' is a bare repository inside the work tree '" + shop
                        + "', where a change can have put it.");
        Path outside = gate.resolveSibling("outside.git");
        GitHistory.initBare(outside).close();
        assertThat(ask(gate, Map.of("repository", outside.toString())).request().repository())
                .isEqualTo(outside);
    }

    @Test
    void theRecordHasAPlaceByDefault() {
        assertThat(key(shop, Map.of()).file()).contains(shop.resolve("target/gatekeeper/verdict.json"));
        assertThat(key(gate, Map.of("record", "42.json")).file()).contains(gate.resolve("42.json"));
    }

    @Test
    void aWrongParameterLeavesTheRecordItsPlace() {
        BuildCache.Key key = key(shop, Map.of("skip", "yes", "change", "42"));
        assertThat(key.invocation().problem().map(UsageProblem::problem))
                .contains("gatekeeper.skip is 'yes'; allowed are 'true' and 'false'");
        assertThat(key.skip()).isEmpty();
        assertThat(key.file()).contains(shop.resolve("target/gatekeeper/verdict.json"));
        assertThat(key.invocation().request().run().change()).contains("42");
    }

    @Test
    void aWrongRecordHasNoPlace() {
        BuildCache.Key key = key(shop, Map.of("record", " "));
        assertThat(key.file()).isEmpty();
        assertThat(key.invocation().problem()).isPresent();
    }

    @Test
    void nothingThatTheChangeMayHaveFilledIsTrusted() {
        assertThat(ask(gate, Map.of("repository", "../shop")).untrusted())
                .containsExactly(shop, shop.resolve(".git"), shop.resolve(".git"), gate);
        assertThat(ask(gate, Map.of()).untrusted()).containsExactly(gate);
    }

    @Test
    void noRepositoryIsAComplaint() {
        Invocation asked = ask(gate, Map.of("isolated", "true"));
        assertThat(asked.problem().map(UsageProblem::problem)).contains("'" + gate + "' is in no git repository.");
        assertThat(asked.request().run().trust())
                .isEqualTo(new Trust(false, "there is no repository that Maven could run apart from"));
    }

    @Test
    void isolatedRefusesAnAdvisoryRunWithTheRecipe() {
        assertThat(ask(shop, Map.of("isolated", "true")).problem())
                .contains(new UsageProblem(
                        UndecidedCode.NOT_ISOLATED,
                        "gatekeeper.isolated is 'true', but this run is advisory: Maven was started inside the checkout",
                        "Start Maven in an empty folder of its own, outside the checkout, with this run's other parameters:"
                                + " gate=$(mktemp -d); mkdir \"$gate/.mvn\"; cd \"$gate\";"
                                + " mvn -Dgatekeeper.repository=" + shop + " -Dgatekeeper.isolated=true"
                                + " dev.gatekeeper:gatekeeper-maven-plugin:verify"));
    }

    /** As GitLab's template for Maven has it; an empty folder alone would help nobody. */
    @Test
    void isolatedRefusesALocalRepositoryInTheCheckout() {
        Path inside = shop.resolve(".m2/repository");
        MavenRun run =
                new MavenRun(gate, Optional.of(gate), List.of(gate), false, false, List.of(inside), Requests.NOW);
        assertThat(VerifyMojo.key(parameters(Map.of("isolated", "true", "repository", "../shop")), run)
                        .invocation()
                        .problem())
                .contains(new UsageProblem(
                        UndecidedCode.NOT_ISOLATED,
                        "gatekeeper.isolated is 'true', but this run is advisory: Maven reads '" + inside
                                + "', which lies in the checkout",
                        "Let Maven read nothing from the checkout: no maven.repo.local, settings or extension there, by MAVEN_OPTS"
                                + " (where GitLab's own template sets one), MAVEN_ARGS or the command line. And start it in an empty"
                                + " folder of its own, outside the checkout, with this run's other parameters: gate=$(mktemp -d);"
                                + " mkdir \"$gate/.mvn\"; cd \"$gate\"; mvn -Dgatekeeper.repository=" + shop
                                + " -Dgatekeeper.isolated=true dev.gatekeeper:gatekeeper-maven-plugin:verify"));
    }

    /** A change that could steer its own pipeline could say so too. */
    @Test
    void onlyAnIsolatedRunTakesTheForgesWordForASquash() {
        assertThat(ask(shop, Map.of("squashed", "true")).problem())
                .contains(new UsageProblem(
                        UndecidedCode.NOT_ISOLATED,
                        "gatekeeper.squashed is 'true', but this run is advisory: Maven was started inside the checkout",
                        "Start Maven in an empty folder of its own, outside the checkout, with this run's other parameters:"
                                + " gate=$(mktemp -d); mkdir \"$gate/.mvn\"; cd \"$gate\";"
                                + " mvn -Dgatekeeper.repository=" + shop + " -Dgatekeeper.squashed=true"
                                + " dev.gatekeeper:gatekeeper-maven-plugin:verify"));
        assertThat(ask(shop, Map.of("squashed", "false")).problem()).isEmpty();
        assertThat(ask(gate, Map.of("squashed", "true", "repository", "../shop"))
                        .problem())
                .isEmpty();
    }

    @Test
    void isolatedTakesNoShortName() {
        Map<String, String> given = Map.of("isolated", "true", "repository", "../shop", "target", "main");
        assertThat(ask(gate, given).problem())
                .contains(new UsageProblem(
                        UndecidedCode.INPUT_UNTRUSTED,
                        "gatekeeper.target is 'main'; an isolated run takes a full ref or a full commit id only",
                        "Give the full ref, such as refs/remotes/origin/main, or leave it to the default."));
    }

    /** An id is told from a branch's name by its small letters: this would be read as the short name of a branch. */
    @Test
    void isolatedTakesNoNameThatLooksLikeAnId() {
        for (String name :
                List.of("A".repeat(40), "a".repeat(39), "a".repeat(41), "a".repeat(39) + "g", "a".repeat(64))) {
            Map<String, String> given = Map.of("isolated", "true", "repository", "../shop", "target", name);
            assertThat(ask(gate, given).problem().map(UsageProblem::problem))
                    .contains("gatekeeper.target is '" + name
                            + "'; an isolated run takes a full ref or a full commit id only");
        }
    }

    @Test
    void isolatedTakesACommitIdOrTheDefault() {
        Map<String, String> byId = Map.of("isolated", "true", "repository", "../shop", "target", "a".repeat(40));
        assertThat(ask(gate, byId).problem()).isEmpty();
        assertThat(ask(gate, Map.of("isolated", "true", "repository", "../shop"))
                        .problem())
                .isEmpty();
    }

    /** Maven 3.9 expands what stands in a branch's name, so that the head may be what the author likes. */
    @Test
    void isolatedTakesNoBranchForTheHead() {
        for (String head : List.of("refs/heads/change", "refs/pull/42/head", "a".repeat(39), "A".repeat(40))) {
            Map<String, String> given = Map.of("isolated", "true", "repository", "../shop", "head", head);
            assertThat(ask(gate, given).problem())
                    .contains(new UsageProblem(
                            UndecidedCode.INPUT_UNTRUSTED,
                            "gatekeeper.head is '" + head + "'; an isolated run takes HEAD or a full commit id only,"
                                    + " since a branch is named by the author of the change",
                            "Give the full id of the event's head commit, or leave it to the default."));
        }
        assertThat(ask(gate, Map.of("isolated", "true", "repository", "../shop", "head", "HEAD"))
                        .problem())
                .isEmpty();
    }

    @Test
    void skippingNeedsNoRepositoryButRightParameters() {
        assertThat(key(gate, Map.of("skip", "true")).skip())
                .contains("gatekeeper.skip is 'true': this change is not judged");
        BuildCache.Key both = key(gate, Map.of("skip", "true", "isolated", "true", "repository", "../shop"));
        assertThat(both.skip()).isEmpty();
        assertThat(both.invocation().problem().map(UsageProblem::problem))
                .contains(
                        "gatekeeper.skip and gatekeeper.isolated are both 'true', and an isolated run is never skipped");
        assertThat(key(gate, Map.of("skip", "true", "isolated", "yes")).skip()).isEmpty();
        assertThat(key(gate, Map.of("skip", "false")).skip()).isEmpty();
    }

    @Test
    void thePolicyOfTheOrganisationLiesOutsideTheCheckout() throws IOException {
        Path inside = Files.writeString(shop.resolve("org.yaml"), "version: 1");
        Path link = Files.createSymbolicLink(gate.resolveSibling("org.yaml"), inside);
        for (Path policy : List.of(inside, link, shop.resolve("later.yaml"))) {
            assertThat(ask(gate, Map.of("repository", "../shop", "orgPolicy", policy.toString()))
                            .problem())
                    .contains(new UsageProblem(
                            UndecidedCode.INPUT_UNTRUSTED,
                            "gatekeeper.orgPolicy is '" + policy
                                    + "', which lies in the checkout, where the change can alter it",
                            "Give a file that the pipeline brings and that lies elsewhere."));
        }
    }

    private static Invocation ask(Path folder, Map<String, String> commandLine) {
        return key(folder, commandLine).invocation();
    }

    private static BuildCache.Key key(Path folder, Map<String, String> commandLine) {
        return VerifyMojo.key(
                parameters(commandLine),
                new MavenRun(folder, Optional.of(folder), List.of(folder), false, false, List.of(), Requests.NOW));
    }

    private static Parameters parameters(Map<String, String> commandLine) {
        return Parameters.of(
                "verify",
                Stream.of(ParameterName.values())
                        .map(name -> new ParameterValue(
                                name, Optional.ofNullable(commandLine.get(name.element())), Optional.empty(), false))
                        .toList(),
                Set.of(),
                Set.of());
    }
}
