package dev.gatekeeper.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.PreparedApproval;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.SignedShop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an approver is shown before they sign, over real histories. */
class ApprovedContentTest {

    private static final String OLD = "src/main/java/shop/auth/Session.java";
    private static final String BODY =
            IntStream.range(0, 12).mapToObj(n -> "    int field" + n + ";\n").collect(Collectors.joining());

    private final Path folder;
    private GitHistory history;

    @SuppressWarnings("NullAway.Init") // opened before each test
    ApprovedContentTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() {
        history = SignedShop.change(folder.resolve("shop").toFile());
        history.checkout("main").write(OLD, "class Session {\n" + BODY + "}\n").commit("Add one");
        history.ref("refs/heads/change", "main").checkout("change").write(DemoShop.CONTRACT, SignedShop.CONTRACT);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void saysWhereADeletedFileGoesOn() {
        history.delete(OLD)
                .write("lib/Util.java", "class Session {\n" + BODY + "}\n")
                .commit("Move it");
        assertThat(lines())
                .contains(
                        "[INFO] " + OLD
                                + "  all of what it held goes on in lib/Util.java, which is YELLOW: no statement holds it, so look at it too");
    }

    @Test
    void saysSoOfNearlyTheSameContent() {
        history.delete(OLD)
                .write("lib/Util.java", "class Util {\n" + BODY + "}\n")
                .commit("Move it");
        assertThat(lines())
                .anyMatch(line ->
                        line.startsWith("[INFO] " + OLD + "  half or more of what it held goes on in lib/Util.java"));
    }

    @Test
    void saysSoOfAFileThatWasEmptied() {
        history.write(OLD, "class Session {}\n")
                .write("lib/Util.java", "class Util {\n" + BODY + "}\n")
                .commit("Move it");
        assertThat(lines())
                .anyMatch(line ->
                        line.startsWith("[INFO] " + OLD + "  half or more of what it held goes on in lib/Util.java"));
    }

    @Test
    void saysNothingOfACopyOfWhatStays() {
        history.write(OLD, "class Session {\n" + BODY + "int more;\n}\n")
                .write("lib/Util.java", "class Util {\n" + BODY + "}\n")
                .commit("Copy it");
        assertThat(lines()).noneMatch(line -> line.contains("goes on in"));
    }

    @Test
    void theCommandShowsTheRedPathsAndNothingElse() {
        assumeTrue(NativeGit.isThere() && File.separatorChar == '/', "no git, or no shell");
        history.write(OLD, "class Session {}\n")
                .write(DemoShop.YELLOW, "// more\n")
                .commit("Empty it");
        assertThat(shownBy("x"))
                .contains("+class Session {}")
                .doesNotContain("more")
                .doesNotContain("whatChanged");
    }

    @Test
    void soItDoesForManyPathsOfAnyName() throws IOException {
        assumeTrue(NativeGit.isThere() && File.separatorChar == '/', "no git, or no shell");
        for (int i = 0; i < 12; i++) {
            history.write("src/auth/it's a *" + i + ".java", "// red " + i + "\n");
        }
        history.write(DemoShop.YELLOW, "// more\n").commit("Add many");
        Files.write(
                folder.resolve("x"),
                prepared(Requests.of(folder.resolve("shop")))
                        .result()
                        .task()
                        .statement()
                        .bytes());
        assertThat(shownBy(folder.resolve("x").toString()))
                .contains("+// red 0\n", "+// red 11\n")
                .doesNotContain("more");
    }

    @Test
    void whatMakesASignatureVainComesFirst() {
        history.write(DemoShop.RED, SignedShop.ROTATED)
                .write(DemoShop.CONTRACT, SignedShop.CONTRACT.replace("RED", "GREEN"))
                .commit("Play it down");
        assertThat(lines().subList(1, 4))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("[WARNING] The author still has to mend what is below; "),
                        line -> assertThat(line)
                                .startsWith("[WARNING]     " + DemoShop.CONTRACT + ":3:12  riskLevel is GREEN"),
                        line -> assertThat(line).startsWith("[INFO] To be approved: "));
    }

    @Test
    void warnsInACheckoutOfTheChange() {
        history.write(DemoShop.RED, SignedShop.ROTATED).commit("Rotate");
        Requests advisory = Requests.of(folder.resolve("shop")).trust(false, "a test");
        String warning =
                "[WARNING] This is a checkout of the change: its build, hooks and links act here. Sign where none of it"
                        + " is checked out: git switch --detach " + history.id("main");
        assertThat(lines(advisory)).element(1).isEqualTo(warning);
        history.checkout("main");
        assertThat(lines(advisory.head("refs/heads/change"))).doesNotContain(warning);
    }

    @Test
    void saysWhoCountsAlready() {
        try (GitHistory signed = SignedShop.proposal(folder.resolve("signed").toFile())) {
            signed.write(SignedShop.FILE, SignedShop.SIGNATURE).commit("Approve it");
            assertThat(lines(Requests.of(folder.resolve("signed"))))
                    .contains(
                            "[WARNING] Enough people approve this change already; a further signature changes nothing.",
                            "[INFO] Rule auth (Auth or permissions logic) asks for 1 signed approval and has 1: Jane Smith (counts already)",
                            "[INFO]     Counts already: Jane Smith (signed, " + SignedShop.FILE + ")");
        }
    }

    private String shownBy(String statementFile) {
        List<String> lines = lines(Requests.of(folder.resolve("shop")), statementFile);
        String command = lines.stream()
                .filter(line -> line.contains("git --literal-pathspecs diff"))
                .findFirst()
                .orElseThrow();
        return new NativeGit(folder.resolve("shop")).paste(command.substring("[INFO]     ".length()));
    }

    private List<String> lines() {
        return lines(Requests.of(folder.resolve("shop")));
    }

    private static List<String> lines(Requests request) {
        return lines(request, "x");
    }

    private static List<String> lines(Requests request, String statementFile) {
        Outcome.Reached<PreparedApproval> prepared = prepared(request);
        return ApprovalReport.lines(prepared.facts(), prepared.result(), statementFile).stream()
                .map(line -> "[" + line.severity() + "] " + line.text())
                .toList();
    }

    private static Outcome.Reached<PreparedApproval> prepared(Requests request) {
        return (Outcome.Reached<PreparedApproval>)
                Gatekeeper.prepareApproval(request.target("refs/heads/main").request(), Optional.empty());
    }
}
