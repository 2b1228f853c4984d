package dev.gatekeeper;

import static dev.gatekeeper.testing.DemoShop.CONTRACT;
import static dev.gatekeeper.testing.DemoShop.GREEN;
import static dev.gatekeeper.testing.DemoShop.contract;
import static dev.gatekeeper.testing.DemoShop.escalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.GitStaging;
import dev.gatekeeper.testing.Listing;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that runs out of something: the right answer, or none, and the repository as it was. */
class FaultsTest {

    @TempDir
    Path temp;

    /** A limit of the process stands for a disk without room: both refuse to write after the file was made. */
    @Test
    void aRecordThatFindsNoRoomIsNoVerdict() throws Exception {
        assumeTrue(File.separatorChar == '/', "the limit is a shell's");
        Path shop = temp.resolve("shop");
        try (GitHistory history = DemoShop.change(shop)) {
            history.write(GREEN, "# Longer\n")
                    .write(CONTRACT, contract("GREEN"))
                    .commit("Write more");
        }
        Map<String, String> before = Listing.of(shop);
        Path record = temp.resolve("records/verdict.json");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 0; exec \"$@\"", "sh"));
        command.addAll(JudgeProcess.command(shop, record));

        List<String> out = JudgeProcess.run(new ProcessBuilder(command));

        assertThat(out).hasSize(1);
        assertThat(out.get(0)).startsWith(record + ": the verdict record cannot be written: ");
        assertThat(record.getParent()).isEmptyDirectory();
        assertThat(Listing.of(shop)).isEqualTo(before);
    }

    /** A million files in a thousand folders, a hundred of which the change rewrites: each of its paths needs an approver. */
    @Test
    void aHugeChangeIsJudgedInASmallHeap() throws Exception {
        Path shop = temp.resolve("shop");
        try (GitHistory history = DemoShop.change(shop)) {
            String old = folderOfAThousand(history, "class A {}\n");
            history.checkout("main");
            for (int i = 0; i < 1000; i++) {
                history.entry("src/m" + i + "/auth", 040000, old);
            }
            history.commit("Grow");
            String rewritten = folderOfAThousand(history, "class B {}\n");
            history.ref("refs/heads/change", "main").checkout("change");
            for (int i = 0; i < 100; i++) {
                history.entry("src/m" + i + "/auth", 040000, rewritten);
            }
            history.write(CONTRACT, contract("RED") + escalation(DemoShop.APPROVER))
                    .commit("Rewrite");
        }
        Map<String, String> before = Listing.of(shop);
        Path record = temp.resolve("verdict.json");

        assertThat(JudgeProcess.run(new ProcessBuilder(JudgeProcess.command(shop, record, "-Xmx256m"))))
                .containsExactly("PASSED");

        JsonObject written = JsonParser.parseString(Files.readString(record)).getAsJsonObject();
        assertThat(written.getAsJsonObject("paths")).hasToString("{\"GREEN\":1,\"YELLOW\":0,\"RED\":100000}");
        assertThat(written.getAsJsonArray("redPaths")).hasSize(100_000);
        assertThat(Listing.of(shop)).isEqualTo(before);
    }

    /** Too small for anything: the heap's end is a reason not to decide, too. */
    @Test
    void aHeapThatIsTooSmallIsNoVerdict() throws Exception {
        Path shop = temp.resolve("shop");
        try (GitHistory history = DemoShop.change(shop)) {
            String folder = folderOfAThousand(history, "class A {}\n");
            for (int i = 0; i < 1000; i++) {
                history.entry("src/m" + i, 040000, folder);
            }
            history.commit("Grow");
        }
        Path record = temp.resolve("verdict.json");

        assertThat(JudgeProcess.run(
                        new ProcessBuilder(JudgeProcess.command(shop, record, "-Xmx20m", "-XX:+UseSerialGC"))))
                .containsExactly("the change does not fit into the memory of this build");
    }

    /** A tree with a thousand files of the same content; its id. */
    private static String folderOfAThousand(GitHistory history, String content) {
        String blob = history.object("blob", content.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        for (int i = 0; i < 1000; i++) {
            tree.writeBytes(GitStaging.treeEntry(0100644, "F" + (1000 + i) + ".java", blob));
        }
        return history.object("tree", tree.toByteArray());
    }
}
