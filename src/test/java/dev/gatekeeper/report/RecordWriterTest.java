package dev.gatekeeper.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordWriterTest {

    private static final Outcome<Judgement> OUTCOME = new Outcomes().green().decided();
    private static final String REMEDY = "Name a file that can be written: -Dgatekeeper.record=FILE";

    private Path checkout = Path.of("");
    private Path outside = Path.of("");

    @BeforeEach
    void folders(@TempDir Path temp) throws IOException {
        Path real = temp.toRealPath();
        checkout = Files.createDirectory(real.resolve("checkout"));
        outside = Files.createDirectory(real.resolve("outside"));
    }

    @Test
    void makesTheFoldersAndWritesBothFilesAndNothingElse() throws IOException {
        Path record = checkout.resolve("target/gatekeeper/verdict.json");

        write(record);

        assertThat(record).hasContent(JsonRecord.render(OUTCOME));
        assertThat(record.resolveSibling("verdict.md")).hasContent(MarkdownSummary.render(OUTCOME));
        assertThat(names(record.resolveSibling(""))).containsExactly("verdict.json", "verdict.md");
    }

    @Test
    void replacesAnOldRecord() throws IOException {
        Path record = Files.writeString(checkout.resolve("verdict.json"), "x".repeat(100_000));

        write(record);

        assertThat(record).hasContent(JsonRecord.render(OUTCOME));
        assertThat(names(checkout)).containsExactly("verdict.json", "verdict.md");
    }

    /** The page's name is too long for a file, and the record's is not. */
    @Test
    void leavesNoRecordOfAnotherOutcomeBehind() throws IOException {
        Path record = checkout.resolve("n".repeat(254));
        Files.writeString(record, "an old record");

        assertThatThrownBy(() -> write(record)).isInstanceOf(CannotDecideException.class);

        assertThat(names(checkout)).isEmpty();
    }

    @Test
    void namesThePageAfterTheRecord() throws IOException {
        write(checkout.resolve("record"));
        write(checkout.resolve("a.md"));

        assertThat(names(checkout)).containsExactly("a.md", "a.md.md", "record", "record.md");
    }

    @Test
    void replacesALinkAndNotWhatItNames() throws IOException {
        Path victim = Files.writeString(outside.resolve("victim"), "mine");
        Path record = Files.createSymbolicLink(checkout.resolve("verdict.json"), victim);
        Path page = Files.createSymbolicLink(checkout.resolve("verdict.md"), victim);

        write(record);

        assertThat(victim).hasContent("mine");
        assertThat(Files.isRegularFile(record, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(Files.isRegularFile(page, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(record).hasContent(JsonRecord.render(OUTCOME));
    }

    @Test
    void followsNoLinkThatTheChangeCouldHaveMade() throws IOException {
        Files.createSymbolicLink(checkout.resolve("target"), outside);
        Files.createSymbolicLink(checkout.resolve("dangling"), outside.resolve("new"));

        refuses(
                checkout.resolve("target/verdict.json"),
                checkout.resolve("target") + ": it is a file or a symbolic link where a folder is needed");
        refuses(
                checkout.resolve("target/gatekeeper/verdict.json"),
                checkout.resolve("target") + ": it is a file or a symbolic link where a folder is needed");
        refuses(
                checkout.resolve("dangling/verdict.json"),
                checkout.resolve("dangling") + ": it is a file or a symbolic link where a folder is needed");
        assertThat(names(outside)).isEmpty();
    }

    @Test
    void followsNoSuchLinkByAnotherNameOfTheCheckoutEither() throws IOException {
        Files.createSymbolicLink(checkout.resolve("target"), outside);
        Path alias = Files.createSymbolicLink(outside.resolveSibling("alias"), checkout);

        refuses(
                alias.resolve("target/verdict.json"),
                checkout.resolve("target") + ": it is a file or a symbolic link where a folder is needed");
        assertThatThrownBy(() -> RecordWriter.write(checkout.resolve("target/verdict.json"), List.of(alias), OUTCOME))
                .isInstanceOf(CannotDecideException.class);
        assertThat(names(outside)).isEmpty();
    }

    /** The checkout need not be known, where a bare repository is judged, nor be seen in the record's path. */
    @Test
    void followsNoSuchLinkInAnyWorkTreeEither() throws IOException {
        Path tree = Files.createDirectories(outside.resolveSibling("tree/deep"));
        Files.createDirectory(outside.resolveSibling("tree/.git"));
        Path link = Files.createSymbolicLink(tree.resolve("target"), outside);
        Path alias = Files.createSymbolicLink(outside.resolveSibling("alias"), tree);

        for (Path record : List.of(link.resolve("verdict.json"), alias.resolve("target/verdict.json"))) {
            refuses(record, link + ": it is a file or a symbolic link where a folder is needed");
        }
        write(alias.resolve("new/verdict.json"));

        assertThat(names(outside)).isEmpty();
        assertThat(tree.resolve("new/verdict.json")).hasContent(JsonRecord.render(OUTCOME));
    }

    @Test
    void followsLinksOfTheMachine() throws IOException {
        Path alias = Files.createSymbolicLink(outside.resolveSibling("alias"), outside);

        write(alias.resolve("deep/verdict.json"));

        assertThat(outside.resolve("deep/verdict.json")).hasContent(JsonRecord.render(OUTCOME));
    }

    @Test
    void aLinkOfTheMachineThatLeadsNowhereIsNamed() throws IOException {
        Path alias = Files.createSymbolicLink(outside.resolveSibling("alias"), outside.resolve("gone"));

        refuses(alias.resolve("verdict.json"), alias + ": it leads nowhere");
    }

    @Test
    void refusesWhatIsNoFileAndNoFolder() throws IOException {
        Path file = Files.writeString(checkout.resolve("file"), "mine");
        Path machine = Files.writeString(outside.resolve("file"), "mine");
        Path folder = Files.createDirectories(checkout.resolve("verdict.json"));
        Path page = Files.createDirectories(checkout.resolve("other.md"));

        refuses(folder, folder + ": it is not a regular file");
        refuses(checkout.resolve("other.json"), page + ": it is not a regular file");
        refuses(Path.of("/"), "/: it is not a regular file");
        refuses(file.resolve("verdict.json"), file + ": it is a file or a symbolic link where a folder is needed");
        refuses(machine.resolve("verdict.json"), machine + ": it is a file where a folder is needed");
        assertThat(names(checkout)).containsExactly("file", "other.md", "verdict.json");
    }

    /** A socket stands for all that is neither file nor folder; a device would be lost if the defence were. */
    @Test
    void refusesWhatIsNoRegularFile() throws IOException {
        Path socket = checkout.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));

            refuses(socket, socket + ": it is not a regular file");
        }
        assertThat(names(checkout)).containsExactly("s");
    }

    @Test
    void refusesGitsOwnFiles() throws IOException {
        Path git = Files.createDirectories(checkout.resolve(".git"));
        Path bare = outside.resolve("shop");
        Files.createDirectories(bare.resolve("objects"));
        Files.createDirectories(bare.resolve("refs"));
        Files.writeString(bare.resolve("HEAD"), "ref: refs/heads/main\n");
        Path into = Files.createSymbolicLink(outside.resolve("into"), Files.createDirectory(git.resolve("hooks")));

        refuses(git.resolve("verdict.json"), git + ": it holds git's own files");
        refuses(git.resolve("hooks/pre-commit"), git + ": it holds git's own files");
        refuses(into.resolve("pre-commit"), git + ": it holds git's own files");
        refuses(bare.resolve("logs/verdict.json"), bare + ": it holds git's own files");
        refuses(outside.resolve(".GIT/verdict.json"), outside.resolve(".GIT") + ": it holds git's own files");
        refuses(outside.resolve(".git"), outside.resolve(".git") + ": it is git's own file");
        assertThat(names(git)).containsExactly("hooks");
        assertThat(names(bare)).containsExactly("HEAD", "objects", "refs");
        assertThat(names(outside)).containsExactly("into", "shop");
    }

    @Test
    void takesDotsOutOfThePathBeforeItLooks() throws IOException {
        Files.createDirectory(checkout.resolve(".git"));

        refuses(
                checkout.resolve("a/../.git/verdict.json"),
                checkout.resolve(".git/verdict.json"),
                checkout.resolve(".git") + ": it holds git's own files");
    }

    @Test
    void saysThatPermissionIsDenied() throws IOException {
        Path folder = Files.createDirectory(checkout.resolve("closed"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(folder), "this user may write everywhere");

        refuses(folder.resolve("verdict.json"), folder.resolve("verdict.json") + ": permission is denied");
        refuses(folder.resolve("new/verdict.json"), folder.resolve("new") + ": permission is denied");
    }

    @Test
    void saysWhatTheFileSystemSays() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")));

        CannotDecideException refused = catchThrowableOfType(
                CannotDecideException.class,
                () -> RecordWriter.write(Path.of("/proc/nothing/verdict.json"), List.of(), OUTCOME));
        assertThat(refused.problem())
                .startsWith("/proc/nothing/verdict.json: the verdict record cannot be written: /proc/nothing: ");
    }

    private void write(Path record) {
        RecordWriter.write(record, List.of(checkout), OUTCOME);
    }

    private void refuses(Path record, String why) {
        refuses(record, record, why);
    }

    private void refuses(Path record, Path named, String why) {
        CannotDecideException refused = catchThrowableOfType(CannotDecideException.class, () -> write(record));
        assertThat(refused.problem()).isEqualTo(named + ": the verdict record cannot be written: " + why);
        assertThat(refused.remedy()).isEqualTo(REMEDY);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
