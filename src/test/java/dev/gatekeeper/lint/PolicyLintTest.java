package dev.gatekeeper.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PolicyLintTest {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBKiSdEKMEtCfk/Oxbv4uixuhfZIREjB6dQdI4RhVCb6";

    private static SortedMap<RawPath, Entry> files(String... paths) {
        SortedMap<RawPath, Entry> files = new TreeMap<>();
        for (String path : paths) {
            files.put(RawPath.of(path), new Entry(0100644, "1".repeat(40)));
        }
        return files;
    }

    private static List<String> remarks(String text, String... files) {
        Policy policy = LintedPolicy.of(text);
        return PolicyLint.of(
                        policy, Optional.of(text.getBytes(UTF_8)), files(files), Optional.empty(), LintedPolicy.TODAY)
                .remarks()
                .stream()
                .map(remark -> remark.mark().map(Object::toString).orElse("-") + " " + remark.text())
                .toList();
    }

    @Test
    @DisplayName("a sound policy whose patterns all match has no remark")
    void nothing() {
        assertThat(remarks(LintedPolicy.text("a RED a/ !a/b", "d GREEN /*.md"), "a/b", "a/c", "x.md"))
                .isEmpty();
    }

    @Test
    @DisplayName("patterns and rules that match no file are named at their places")
    void unused() {
        assertThat(remarks(LintedPolicy.text("a RED a/ auht/ !/src/test/", "d GREEN /*.md"), "a/b"))
                .containsExactly(
                        "8:9 the pattern 'auht/' matches no file of head",
                        "9:9 the pattern '!/src/test/' takes nothing back: it matches no file of head",
                        "10:9 the rule 'd' matches no file of head");
    }

    @Test
    @DisplayName("many patterns of one rule that match no file are one remark")
    void unusedByTheDozen() {
        assertThat(remarks(LintedPolicy.text("a RED a/ b/ c/ d/ !/e/"), "a/b"))
                .containsExactly("8:9 of the 5 patterns of rule 'a' 4 match no file of head: b/, c/, d/, !/e/");
    }

    @Test
    @DisplayName("a '!' before all that it could take back is named, and one behind is not")
    void leading() {
        assertThat(remarks(LintedPolicy.text("a RED !a/b a/ !a/c"), "a/b", "a/c"))
                .containsExactly(
                        "7:9 the pattern '!a/b' stands before anything that it could take back; put it behind the"
                                + " patterns that it takes back from, since the last one that matches decides");
    }

    @Test
    @DisplayName("'**' within a name is told the way to write it")
    void starsWithinName() {
        assertThat(remarks(LintedPolicy.text("a RED src/**.java **Test"), "src/A.java", "ATest"))
                .containsExactly(
                        "7:9 the pattern 'src/**.java' has '**' beside other characters, where it stays within one name as '*'"
                                + " does; for any folders between, give it a part of its own: 'src/**/*.java'",
                        "8:9 the pattern '**Test' has '**' beside other characters, where it stays within one name as '*'"
                                + " does; for any folders between, give it a part of its own: '**/*Test'");
    }

    @Test
    @DisplayName("a blank at an end of a folder's name is named")
    void blanks() {
        String text = LintedPolicy.text("a RED /src@/auth/").replace("@", " ");
        assertThat(remarks(text, "src /auth/A"))
                .containsExactly("7:9 the pattern '/src /auth/' names 'src ', with a blank at an end; take it out");
    }

    @Test
    @DisplayName("a rule that stricter ones always outweigh is named, with these")
    void outweighed() {
        assertThat(remarks(
                        LintedPolicy.text(
                                "auth RED **/auth/** /x/**",
                                "tests GREEN /src/test/auth/*.java /x/y/",
                                "docs GREEN /*.md"),
                        "src/test/auth/A.java",
                        "x/y/z",
                        "a.md"))
                .containsExactly(
                        "9:9 the rule 'tests' gives no path its level: all that it matches is of a higher one by rule auth");
    }

    @Test
    @DisplayName("a rule that takes back all that it matches is named")
    void takesBackAll() {
        assertThat(remarks(LintedPolicy.text("a RED a/ !**/*", "b RED b/"), "a/b", "b/c"))
                .contains("4:9 the rule 'a' matches no path at all: it takes back whatever it matches");
    }

    @Test
    @DisplayName("who is just enough until they write a change themselves, and keys that count no more, are named")
    void people() {
        String text = LintedPolicy.text("a RED a/").replace("paths:", "approvers: [g]\n    paths:")
                + "approvers:\n  g:\n    - name: Jane\n      email: j@acme.example\n      keys:\n"
                + "        - {key: \"" + KEY + "\", validBefore: 2026-11-22}\n";
        assertThat(remarks(text, "a/b"))
                .containsExactly(
                        "4:9 the rules 'a', 'gatekeeper' ask for 1 approval of 1 person, so nobody is left for a change that"
                                + " one of them writes; list one more",
                        "14:17 this key of Jane counts no more since 2026-11-22; list another one");
        assertThat(remarks(text + "selfApproval: true\n", "a/b"))
                .containsExactly("14:17 this key of Jane counts no more since 2026-11-22; list another one");
    }

    @Test
    @DisplayName("files are counted by level and rule, and those that move are listed, the lowered ones first")
    void countsAndMoves() {
        Policy before = LintedPolicy.rules("auth RED auth/", "docs GREEN *.md");
        Policy after = LintedPolicy.rules("auth RED auth/ !*.md", "docs GREEN /*.md", "big YELLOW big/");
        PolicyLint lint = PolicyLint.of(
                after,
                Optional.empty(),
                files("a.md", "auth/A", "auth/x.md", "big/b", "docs/d.md"),
                Optional.of(before),
                LintedPolicy.TODAY);
        assertThat(lint.counts().rules().stream()
                        .map(count -> count.rule().level() + " " + count.rule().id() + " " + count.decided()))
                .containsExactly("RED auth 1", "YELLOW unmatched 2", "YELLOW big 1", "GREEN docs 1");
        assertThat(lint.moves().orElseThrow().files().stream()
                        .map(move -> move.path() + " " + move.from() + " " + move.fromRule() + " " + move.to() + " "
                                + move.toRule()))
                .containsExactly("auth/x.md RED auth YELLOW unmatched", "docs/d.md GREEN docs YELLOW unmatched");
    }
}
