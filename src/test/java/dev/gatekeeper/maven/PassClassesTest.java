package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.SignedShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a pass loads. Most of the time of a run goes into that: some 0.2 ms for a class, and more for a lambda, which is linked beside.
 *
 * <p>Where a bound is passed, loops and ifs in place of streams, lambdas and chains of {@code map} mend it on the way that each pass goes,
 * and so does to leave to whoever needs it what only something wrong needs. Where the code would read worse so, the bound is raised.
 */
class PassClassesTest {

    private static final String OWN = "dev.gatekeeper.";

    private static final String FILE_REPOSITORY = "org.eclipse.jgit.internal.storage.file.FileRepository";

    private static final String POLICY =
            DemoShop.POLICY + "      logins: [janes]\n      keys: [\"" + SignedShop.KEY + "\"]\n";

    private static List<String> loaded = List.of();

    @BeforeAll
    static void judge(@TempDir Path folder) throws IOException, InterruptedException {
        Path shop = folder.toRealPath().resolve("shop");
        Path gate = Files.createDirectories(folder.toRealPath().resolve("gate"));
        try (GitHistory history = DemoShop.change(shop)) {
            history.checkout("main").write(".gatekeeper/policy.yaml", POLICY).commit("List a key");
            history.ref("refs/heads/change", "main")
                    .checkout("change")
                    .write(DemoShop.YELLOW, "package shop;\n\nclass Cart {\n    void clear() {}\n}\n")
                    .write(DemoShop.GREEN, "# Guide to the shop\n")
                    .write(DemoShop.CONTRACT, DemoShop.contract("YELLOW"))
                    .commit("Clear the cart");
        }
        Path log = folder.resolve("classes");
        Process process = new ProcessBuilder(VerifyProcess.command(gate, shop, "-Xlog:class+load:file=" + log))
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out).contains("PASSED: 1 YELLOW, 2 GREEN");
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            String[] words = line.substring(line.lastIndexOf(']') + 1).strip().split(" ", 2);
            if (!words[0].startsWith(VerifyProcess.class.getName())) {
                names.add(words[0]);
            }
        }
        loaded = List.copyOf(names);
    }

    /** The JDK and JGit have streams of their own, for time zones and refs; these are the ends of others. */
    @Test
    void hasNoStream() {
        assertThat(loaded)
                .filteredOn(
                        name -> name.matches("java\\.util\\.stream\\.((Find|ForEach|Match|Slice|Sorted)Ops|Nodes).*"))
                .isEmpty();
    }

    @Test
    void startsNoThreadThatSweepsACache() {
        assertThat(loaded).contains(FILE_REPOSITORY).doesNotContain("org.eclipse.jgit.lib.RepositoryCache");
    }

    @Test
    void linksFewLambdas() {
        assertThat(loaded).filteredOn(PassClassesTest::isLambda).hasSizeBetween(1, 14);
    }

    @Test
    void loadsFewClasses() {
        assertThat(loaded)
                .filteredOn(name -> name.startsWith(OWN) && !isLambda(name))
                .hasSizeBetween(200, 282);
    }

    private static boolean isLambda(String name) {
        return name.startsWith(OWN) && name.contains("$$Lambda");
    }
}
