package dev.gatekeeper.policy;

import static dev.gatekeeper.policy.Levels.FILE;
import static dev.gatekeeper.policy.Levels.LINK;
import static dev.gatekeeper.policy.Levels.MODULE;
import static dev.gatekeeper.policy.Levels.OTHER;
import static dev.gatekeeper.policy.Levels.added;
import static dev.gatekeeper.policy.Levels.changed;
import static dev.gatekeeper.policy.Levels.deleted;
import static dev.gatekeeper.policy.Levels.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.testing.MemorySnapshot;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {

    private static final Levels SHOP = Levels.of(
            rule("docs", Level.GREEN, "/docs/", "*.md"),
            rule("build", Level.YELLOW, "pom.xml"),
            rule("auth", Level.RED, "src/auth/**", "!src/auth/*.md"),
            rule("keys", Level.RED, "*.key"));

    @Test
    @DisplayName("all rules that a path touches are listed, the strictest first, equals in the order of the file")
    void everyRuleTouched() {
        assertThat(SHOP.matches("src/auth/pom.xml", added("src/auth/pom.xml")))
                .containsExactly("RED auth src/auth/**", "YELLOW build pom.xml");
        assertThat(SHOP.matches("src/auth/docs/a.key", added("src/auth/docs/a.key")))
                .containsExactly("RED auth src/auth/**", "RED keys *.key");
        assertThat(SHOP.matches("docs/a.md", added("docs/a.md"))).containsExactly("GREEN docs *.md");
        assertThat(SHOP.matches("src/auth/a.md", added("src/auth/a.md"))).containsExactly("GREEN docs *.md");
        assertThat(SHOP.matches("src/A.java", added("src/A.java"))).containsExactly("YELLOW unmatched");
    }

    @Test
    void levelOfTheChange() {
        assertThat(SHOP.classify().level()).isEqualTo(Level.GREEN);
        assertThat(SHOP.classify(added("docs/a")).level()).isEqualTo(Level.GREEN);
        Classification both = SHOP.classify(added("docs/a"), added("src/auth/A"), added("b"));
        assertThat(both.level()).isEqualTo(Level.RED);
        assertThat(both.at(Level.YELLOW))
                .extracting(path -> path.changed().path())
                .containsExactly(RawPath.of("b"));
        assertThat(both.touched())
                .extracting(touched -> touched.rule().id())
                .containsExactly("unmatched", "docs", "auth");
    }

    @ParameterizedTest
    @CsvSource({
        ".gatekeeper/policy.yaml, /.gatekeeper/",
        ".gatekeeper/anything/else, /.gatekeeper/",
        ".gatekeeper, /.gatekeeper/",
        ".GateKeeper/policy.yaml, /.gatekeeper/",
        "AI.md, /AI.md",
        "ai.MD, /AI.md",
        "docs/RULES.md, /docs/RULES.md",
        "docs, /docs/RULES.md",
        ".gitattributes, .gitattributes",
        "docs/x/.GITATTRIBUTES, .gitattributes",
    })
    @DisplayName("Gatekeeper's own files, the required files and .gitattributes are RED, whatever the rules say")
    void gatekeepersOwn(String path, String pattern) {
        Levels open = Levels.of(rule("all", Level.GREEN, "**"));
        boolean folder = path.equals(".gatekeeper") || path.equals("docs");
        assertThat(open.matches(path, folder ? changed(path, Entry.ABSENT, LINK) : added(path)))
                .startsWith("RED gatekeeper " + pattern)
                .contains("GREEN all **");
    }

    @Test
    void aRequiredFileElsewhereIsNone() {
        assertThat(Levels.of(rule("all", Level.GREEN, "**")).matches("lib/AI.md", added("lib/AI.md")))
                .containsExactly("GREEN all **");
    }

    @Test
    @DisplayName("the rule of Gatekeeper's own files asks for as much as the strictest rule")
    void asMuchAsTheStrictest() {
        Rule two =
                new Rule("two", Level.RED, "b", List.of(new PathPattern("x")), List.of("g"), 2, Proof.NAMED, List.of());
        Rule signed =
                new Rule("s", Level.RED, "b", List.of(new PathPattern("y")), List.of("g"), 1, Proof.SIGNED, List.of());
        Rule rule = Levels.of(two, signed)
                .classify(added("AI.md"))
                .paths()
                .get(0)
                .matches()
                .get(0)
                .rule();
        assertThat(rule.approvals()).isEqualTo(2);
        assertThat(rule.proof()).isEqualTo(Proof.SIGNED);
        assertThat(rule.groups()).isEmpty();
        assertThat(rule.because()).isEqualTo("Gatekeeper's own files, and what steers a checkout");
        Rule reviewed = new Rule(
                "r", Level.RED, "b", List.of(new PathPattern("z")), List.of("g"), 1, Proof.REVIEWED, List.of());
        assertThat(BuiltInRules.gatekeeper(Levels.policy(Origin.TARGET, Level.GREEN, two, reviewed))
                        .proof())
                .isEqualTo(Proof.REVIEWED);
        assertThat(BuiltInRules.gatekeeper(Levels.policy(Origin.TARGET, Level.GREEN, signed, reviewed))
                        .proof())
                .isEqualTo(Proof.SIGNED);
        assertThat(BuiltInRules.gatekeeper(Levels.policy(Origin.TARGET, Level.GREEN, two))
                        .proof())
                .isEqualTo(Proof.NAMED);
    }

    @Test
    @DisplayName("links and submodules that the change adds or alters are YELLOW, and so is any .gitmodules")
    void links() {
        Levels open = Levels.of(rule("all", Level.GREEN, "**"));
        for (Entry link : List.of(LINK, MODULE)) {
            assertThat(open.matches("a", changed("a", Entry.ABSENT, link)))
                    .containsExactly("YELLOW gatekeeper-links", "GREEN all **");
            assertThat(open.matches("a", changed("a", link, FILE))).startsWith("YELLOW gatekeeper-links");
            assertThat(open.matches("a", changed("a", FILE, link))).startsWith("YELLOW gatekeeper-links");
            assertThat(open.matches("a", changed("a", link, Entry.ABSENT))).containsExactly("GREEN all **");
        }
        assertThat(open.matches("x/.GitModules", deleted("x/.GitModules")))
                .startsWith("YELLOW gatekeeper-links .gitmodules");
        assertThat(Levels.of(rule("d", Level.GREEN, "d")).matches("a", changed("a", Entry.ABSENT, LINK)))
                .containsExactly("YELLOW gatekeeper-links", "YELLOW unmatched");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"src", "src/auth", "SRC", "src/Auth"})
    @DisplayName(
            "what stands where a RED folder would is RED: a link, a submodule, old or new, and a file that replaces it")
    void standsForAFolder(String path) {
        for (Entry link : List.of(LINK, MODULE)) {
            assertThat(SHOP.matches(path, changed(path, Entry.ABSENT, link))).startsWith("RED auth src/auth/**");
            assertThat(SHOP.matches(path, changed(path, link, Entry.ABSENT))).startsWith("RED auth src/auth/**");
            assertThat(SHOP.matches(path, changed(path, link, FILE))).startsWith("RED auth src/auth/**");
        }
        assertThat(SHOP.matches(path, added(path), deleted(path + "/other/Thing")))
                .startsWith("RED auth src/auth/**");
        assertThat(SHOP.matches(path, added(path), added(path + "x/Thing"), deleted(path + "-a/b")))
                .containsExactly("YELLOW unmatched");
    }

    @Test
    @DisplayName("only what takes back whole folders takes back what stands for one")
    void takenBackFolders() {
        Levels levels = Levels.of(
                rule("auth", Level.RED, "**/auth/**", "!/src/*", "!/src/test/"), rule("rest", Level.GREEN, "**"));
        assertThat(levels.matches("src/auth", changed("src/auth", Entry.ABSENT, LINK)))
                .startsWith("RED auth **/auth/**");
        assertThat(levels.matches("src/test/auth", changed("src/test/auth", Entry.ABSENT, LINK)))
                .startsWith("YELLOW gatekeeper-links");
        assertThat(levels.matches("src/test/auth/A", added("src/test/auth/A"))).containsExactly("GREEN rest **");
    }

    @Test
    void greenRulesMatchNoFolderByItsReplacement() {
        assertThat(SHOP.matches("docs", changed("docs", Entry.ABSENT, MODULE)))
                .containsExactly("RED gatekeeper /docs/RULES.md", "YELLOW gatekeeper-links");
        assertThat(Levels.of(rule("d", Level.GREEN, "/lib/**")).matches("lib", added("lib"), deleted("lib/a")))
                .containsExactly("YELLOW unmatched");
    }

    @Test
    @DisplayName("what has landed, and the change's own contracts and approvals, are GREEN and touch nothing")
    void greenByThemselves() {
        Levels red = Levels.of(rule("all", Level.RED, "**"));
        ChangedPath landed = new ChangedPath(RawPath.of("a"), FILE, OTHER, OTHER);
        String contract = ".gatekeeper/contracts/one.yaml";
        String approval = ".gatekeeper/approvals/one/jane.sig";
        Classification classification = red.classify(landed, added(contract), added(approval));
        assertThat(classification.paths()).allMatch(path -> path.matches().isEmpty());
        assertThat(classification.touched()).isEmpty();
        assertThat(red.matches(contract, changed(contract, FILE, OTHER))).contains("RED gatekeeper /.gatekeeper/");
        assertThat(red.matches(approval, added(approval))).contains("RED gatekeeper /.gatekeeper/");
    }

    @Test
    @DisplayName("of two policies the stricter level counts, and the rules of both are listed")
    void twoPolicies() {
        Policy target = Levels.policy(
                Origin.TARGET, Level.YELLOW, rule("t", Level.RED, "*.key"), rule("d", Level.GREEN, "/docs/"));
        Policy organisation = Levels.policy(Origin.ORGANISATION, Level.GREEN, rule("o", Level.RED, "/docs/", "*.key"));
        Levels levels = new Levels(new Policies(List.of(target, organisation)));
        assertThat(levels.matches("docs/a", added("docs/a"))).containsExactly("RED o /docs/", "GREEN d /docs/");
        assertThat(levels.matches("a.key", added("a.key"))).containsExactly("RED t *.key", "RED o *.key");
        assertThat(levels.matches("b", added("b"))).containsExactly("YELLOW unmatched", "GREEN unmatched");
        assertThat(levels.matches("AI.md", added("AI.md"))).containsExactly("RED gatekeeper /AI.md");
        assertThat(levels.classify(added("a.key"), added("b.key"), added("AI.md"))
                        .touched())
                .extracting(touched ->
                        touched.policy().origin() + " " + touched.rule().id())
                .containsExactly("TARGET gatekeeper", "TARGET t", "ORGANISATION o");
    }

    @Test
    @DisplayName("a path that is not UTF-8 is matched by what it shows")
    void rawPaths() {
        RawPath raw = RawPath.ofBytes(new byte[] {'s', 'r', 'c', '/', 'a', 'u', 't', 'h', '/', (byte) 0xFF});
        assertThat(SHOP.classify(new ChangedPath(raw, FILE, Entry.ABSENT, FILE)).level())
                .isEqualTo(Level.RED);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 20_261_122})
    @DisplayName("sharing folders between neighbours changes nothing: each path gets what it gets alone")
    void neighbours(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] names = {"src", "auth", "docs", "a.md", "Auth", "a", "pom.xml", "x.key", "src-x"};
        Set<String> paths = new TreeSet<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder path = new StringBuilder("r" + i % 3);
            for (int depth = random.nextInt(5); depth >= 0; depth--) {
                path.append('/').append(names[random.nextInt(names.length)]);
            }
            paths.add(path.substring(random.nextInt(2) * 3));
        }
        ChangedPath[] all = paths.stream().map(Levels::deleted).toArray(ChangedPath[]::new);
        Classification together = SHOP.classify(all);
        for (int i = 0; i < all.length; i++) {
            ClassifiedPath one = together.paths().get(i);
            assertThat(one.matches().stream().map(match -> match.rule().id() + match.pattern()))
                    .as(one.changed().path().text())
                    .isEqualTo(SHOP.classify(one.changed()).paths().get(0).matches().stream()
                            .map(match -> match.rule().id() + match.pattern())
                            .toList());
        }
    }

    @Test
    @DisplayName("100,000 paths against the built-in policy take a second or two of the processor's time, not a minute")
    void large() {
        List<ChangedPath> paths = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            paths.add(added(String.format(
                    "module-%02d/src/main/java/com/acme/shop/part%03d/Thing%06dService.java", i / 5000, i / 20, i)));
        }
        Change change = new Change("5".repeat(40), paths, Map.of());
        Policies policies = new Policies(List.of(DefaultPolicy.get()));
        OwnFiles answers = OwnFiles.of(change, MemorySnapshot.trees(new MemorySnapshot()));
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long before = clock.getCurrentThreadCpuTime();
        Classification classified = new Classifier(policies).classify(change, answers);
        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(8));
        assertThat(classified.level()).isEqualTo(Level.YELLOW);
        assertThat(classified.touched()).hasSize(1);
    }
}
