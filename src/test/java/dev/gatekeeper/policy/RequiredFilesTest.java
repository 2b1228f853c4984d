package dev.gatekeeper.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Trees;
import dev.gatekeeper.testing.MemorySnapshot;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredFilesTest {

    private static final String FILE = "AI.md";
    private static final String TEXT =
            "version: 1\nrequiredFiles: [AI.md]\nrules:\n  - {id: a, level: RED, because: b, paths: [src/]}\n";

    private final MemorySnapshot base = new MemorySnapshot().with(FILE, "Read me.");
    private final MemorySnapshot target = new MemorySnapshot().with(FILE, "Read me.");
    private final MemorySnapshot head = new MemorySnapshot().with(FILE, "Read me too.");

    @Test
    void aFileWithSomethingInItIsThere() {
        assertThat(failing()).isEmpty();
    }

    @Test
    void noneIsMissing() {
        head.without(FILE);
        assertThat(failing()).containsExactly(failure("is missing", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t", "\u200b\u200b\n", "\ufeff", "\u3164", "\u2800 \u00ad", "\u0301", "\u0000"})
    void whatShowsNothingIsBlank(String text) {
        head.with(FILE, text);
        assertThat(failing()).containsExactly(failure("is blank", true));
    }

    @ParameterizedTest
    @CsvSource({"120000", "160000"})
    void aLinkOrASubmoduleIsNoFile(String mode) {
        head.with(FILE, Integer.parseInt(mode, 8), "../elsewhere".getBytes(UTF_8));
        assertThat(failing()).containsExactly(failure("is not a regular file", true));
    }

    @Test
    void whatAFilterLeavesIsNamed() {
        head.with(FILE, "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 9\n");
        assertThat(failing())
                .containsExactly(
                        new RequiredFiles.Failing(FILE, "is a Git LFS pointer", true, true, Set.of(Origin.TARGET)));
        head.with(FILE, "\0GITCRYPT\0" + "x".repeat(2000));
        assertThat(failing())
                .containsExactly(new RequiredFiles.Failing(
                        FILE, "is ciphertext of git-crypt", true, true, Set.of(Origin.TARGET)));
        head.with(FILE, "version https://git-lfs.github.com/spec/v1\nis what a pointer starts with.\n");
        assertThat(failing()).isEmpty();
    }

    @Test
    void aFolderIsNoFile() {
        head.without(FILE).with(FILE + "/x", "text");
        assertThat(failing()).containsExactly(failure("is not a regular file", true));
    }

    @Test
    void anotherNameIsAnotherFile() {
        head.without(FILE).with("ai.md", "Read me.").with("docs/AI.md", "Read me.");
        assertThat(failing()).containsExactly(failure("is missing", true));
    }

    /** Branches that are older than the adoption stay open. */
    @Test
    void whatTheTargetBroughtMeanwhileIsNotAskedFor() {
        base.without(FILE);
        head.without(FILE);
        assertThat(failing()).isEmpty();
    }

    @Test
    void whatNobodyHasIsAskedFor() {
        base.without(FILE);
        target.without(FILE);
        head.without(FILE);
        assertThat(failing()).containsExactly(failure("is missing", false));
    }

    /** What a filter left on the target is no file there; what it left in an older branch is mended by the merge. */
    @Test
    void whatAFilterLeavesIsNoFileAnywhere() {
        String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 9\n";
        base.with(FILE, pointer);
        head.with(FILE, pointer);
        assertThat(failing()).isEmpty();
        target.with(FILE, pointer);
        assertThat(failing())
                .containsExactly(
                        new RequiredFiles.Failing(FILE, "is a Git LFS pointer", true, false, Set.of(Origin.TARGET)));
    }

    /** Nobody is let off because the target lacks it, too. */
    @Test
    void aBlankOneOnTheTargetIsNone() {
        base.with(FILE, "\u200b");
        target.with(FILE, "\u200b");
        head.with(FILE, "\u200b");
        assertThat(failing()).containsExactly(failure("is blank", false));
    }

    /** A back-port to a branch that is older than the adoption brings no files that its target never had. */
    @ParameterizedTest
    @EnumSource(
            value = Origin.class,
            names = {"BUILT_IN", "ORGANISATION"})
    void withoutAPolicyOnTheTargetNoneIsMissedButWhatIsTakenAway(Origin origin) {
        Policies policies = new Policies(List.of(PolicyText.valid(TEXT, origin)));
        head.without(FILE);
        assertThat(RequiredFiles.failing(policies, new Trees(base, target, head)))
                .hasSize(1);
        base.without(FILE);
        target.without(FILE);
        assertThat(RequiredFiles.failing(policies, new Trees(base, target, head)))
                .isEmpty();
        head.with(FILE, "");
        assertThat(RequiredFiles.failing(policies, new Trees(base, target, head)))
                .isEmpty();
    }

    private List<RequiredFiles.Failing> failing() {
        return RequiredFiles.failing(new Policies(List.of(policy())), new Trees(base, target, head));
    }

    private static RequiredFiles.Failing failure(String problem, boolean onTarget) {
        return new RequiredFiles.Failing(FILE, problem, false, onTarget, Set.of(Origin.TARGET));
    }

    private static Policy policy() {
        return PolicyText.valid(TEXT, Origin.TARGET);
    }
}
