package dev.gatekeeper.approvals;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.ssh.Samples;
import dev.gatekeeper.text.CannotDecideException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

    private static final Entry OLD = new Entry(0100644, "795ea431".repeat(5));
    private static final Entry NEW = new Entry(0100644, "ba218928".repeat(5));

    @Test
    void isRenderedAsTheFormatSays() {
        assertThat(SampleStatement.statement().bytes()).isEqualTo(Samples.STATEMENT);
    }

    @Test
    void hasFourLinesWhenNothingIsRed() {
        assertThat(statement("acme/shop", "refs/heads/main").bytes())
                .asString(UTF_8)
                .isEqualTo("gatekeeper-approval/1\nrepository: acme/shop\ntarget: refs/heads/main\n"
                        + "contract: rotate-tokens sha256:" + SampleStatement.SHA256 + "\n");
    }

    @Test
    void sortsByUnsignedBytesAndKeepsThem() {
        byte[] high = {'a', (byte) 0xff};
        List<ChangedPath> red = Stream.of(
                        RawPath.of("b"),
                        RawPath.ofBytes(high),
                        RawPath.of("a/c"),
                        RawPath.of("a"),
                        RawPath.of("a\uFF21"),
                        RawPath.of("a\uD83D\uDE00"))
                .map(path -> new ChangedPath(path, OLD, NEW, OLD))
                .toList();

        String latin1 = new String(statementOf(red).bytes(), ISO_8859_1);
        assertThat(latin1.lines().skip(4).map(line -> line.substring(98)))
                .as("UTF-16 would put the character beyond U+FFFF first")
                .containsExactly(
                        "a",
                        "a/c",
                        new String("a\uFF21".getBytes(UTF_8), ISO_8859_1),
                        new String("a\uD83D\uDE00".getBytes(UTF_8), ISO_8859_1),
                        "a\u00ff",
                        "b");
    }

    /** What a policy may allow by unsafePathsAllowed. */
    @Test
    void holdsUnsafeNamesThatAPolicyMayAllow() {
        List<ChangedPath> red = Stream.of("a\u00e9", "a\u0085", "a\\xE9", "a ", "a.", "a\u00e2\u0080\u008d")
                .map(bytes -> new ChangedPath(new RawPath(bytes), OLD, NEW, OLD))
                .toList();

        String latin1 = new String(statementOf(red).bytes(), ISO_8859_1);
        assertThat(latin1.split("\n", -1)).hasSize(4 + 6 + 1);
        for (ChangedPath changed : red) {
            assertThat(latin1).contains(" M " + changed.path().bytes() + "\n");
        }
    }

    @Test
    void tellsApartWhatDiffersOnlyInModeOrType() {
        Entry executable = new Entry(0100755, OLD.id());
        Entry link = new Entry(0120000, OLD.id());

        assertThat(statementOf(List.of(SampleStatement.path("a", OLD, executable)))
                        .bytes())
                .asString(UTF_8)
                .endsWith("\n100644 100755 " + OLD.id() + " " + OLD.id() + " M a\n");
        assertThat(statementOf(List.of(SampleStatement.path("a", OLD, link))).bytes())
                .asString(UTF_8)
                .endsWith("\n100644 120000 " + OLD.id() + " " + OLD.id() + " M a\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "acme/shop\n",
                "acme\nrepository: b",
                "a\r",
                "a\tb",
                " acme",
                "acme ",
                "a\u0085b",
                "a\u2028b",
                "a\u202eb",
                "a\u200bb",
                "acme/\u3164shop",
                "acme/shop\ufe0f",
                "\u2800",
                "\u00a0",
                "acme/shop\u00a0",
                "\ud800"
            })
    void refusesRepositoriesThatReadLikeAnother(String repository) {
        CannotDecideException thrown =
                catchThrowableOfType(CannotDecideException.class, () -> statement(repository, "refs/heads/main"));

        assertThat(thrown.problem())
                .isEqualTo("repository '" + repository
                        + "' can't stand in a statement: it is empty, or holds characters that can't be seen");
        assertThat(thrown.remedy())
                .isEqualTo("Give the repository a name like 'acme/shop': repository in the policy,"
                        + " or -Dgatekeeper.repositoryName.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "main",
                "refs/heads/",
                "refs/remotes/origin/main",
                "refs/heads/a\nb",
                "refs/heads/a b",
                "refs/heads/a\u00a0b",
                "refs/heads/a\u202eb"
            })
    void refusesTargetsThatAreNoBranch(String target) {
        CannotDecideException thrown =
                catchThrowableOfType(CannotDecideException.class, () -> statement("acme/shop", target));

        assertThat(thrown.problem())
                .isEqualTo("target '" + target
                        + "' can't stand in a statement: it is no full name of a branch, such as 'refs/heads/main'");
        assertThat(thrown.remedy())
                .isEqualTo("Name the branch that the change wants to enter with -Dgatekeeper.targetName,"
                        + " such as 'refs/heads/main'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r", "\u0001", "a\u007f", "a\u0085b", "a\u009bb", "a\u2029"})
    void refusesPathsWithControlCharacters(String path) {
        CannotDecideException thrown = catchThrowableOfType(
                CannotDecideException.class, () -> statementOf(List.of(SampleStatement.path(path, OLD, NEW))));

        assertThat(thrown.problem())
                .isEqualTo(
                        path + " can't be approved: its path holds a control character, which no statement can show");
        assertThat(thrown.remedy())
                .isEqualTo("Rename it without control characters. Where the target holds it already,"
                        + " an administrator renames it there.");
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, '\n', '\r', 0x1b, 0x7f})
    void refusesControlCharactersInPathsThatAreNotUtf8(byte control) {
        RawPath path = RawPath.ofBytes(new byte[] {(byte) 0xc3, control, (byte) 0xff});

        assertThatThrownBy(() -> statementOf(List.of(new ChangedPath(path, OLD, NEW, OLD))))
                .isInstanceOf(CannotDecideException.class);
    }

    @Test
    void refusesWhatIsNoIdOrHash() {
        assertThatThrownBy(() -> new Statement("a", "refs/heads/a", "a\n", SampleStatement.SHA256, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Statement("a", "refs/heads/a", "a", SampleStatement.SHA256 + "\n", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> statementOf(List.of(SampleStatement.path("a", OLD, new Entry(0100644, "ba21")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> statementOf(List.of(SampleStatement.path("a", new Entry(01000000, OLD.id()), NEW))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> statementOf(List.of(SampleStatement.path("a", new Entry(-1, OLD.id()), NEW))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Statement statement(String repository, String target) {
        return new Statement(repository, target, "rotate-tokens", SampleStatement.SHA256, List.of());
    }

    private static Statement statementOf(List<ChangedPath> red) {
        return new Statement("acme/shop", "refs/heads/main", "rotate-tokens", SampleStatement.SHA256, red);
    }
}
