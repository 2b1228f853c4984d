package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Listing;
import dev.gatekeeper.testing.SignedShop;
import dev.gatekeeper.testing.Unread;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, on a machine made hostile: nothing of it has an effect, and nothing is written but the record. */
class IsolationTest {

    private static final List<String> TOOLS =
            List.of("git", "ssh-keygen", "ssh", "gpg", "sh", "bash", "uname", "hostname");

    @TempDir
    Path machine;

    @TempDir
    Path gate;

    @Test
    void aSignedChangeIsJudgedWithNothingButTheRepository() throws Exception {
        assumeTrue(File.separatorChar == '/', "the traps are shell scripts");
        Path repository = machine.resolve("repository");
        Path mark = machine.resolve("mark");
        propose(repository);
        try (ServerSocket remote = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String trap = "#!/bin/sh\n/bin/echo $0 >> " + mark + "\n";
            for (String tool : TOOLS) {
                write("traps/" + tool, trap, true);
            }
            for (String hook : List.of("post-checkout", "reference-transaction", "pre-auto-gc", "fsmonitor")) {
                write("repository/.git/hooks/" + hook, trap, true);
            }
            Files.writeString(repository.resolve(".git/config"), hostileConfig(remote.getLocalPort()));
            for (String config : List.of(
                    "home/.gitconfig",
                    "home/.jgitconfig",
                    "home/.config/git/config",
                    "home/.config/jgit/config",
                    "system")) {
                write(config, "[core]\n\trepositoryFormatVersion = 9\n[extensions]\n\tobjectFormat = sha256\n", false);
            }
            Files.createDirectories(machine.resolve("tmp"));
            Map<String, String> before = Listing.of(machine);
            Unread.mark(repository);

            assertThat(JudgeProcess.run(process(repository))).containsExactly("PASSED");
            assertThat(mark).doesNotExist();
            assertThat(Unread.opened(repository)).isEmpty();
            assertThat(Listing.of(machine)).isEqualTo(before);
            assertThat(gate.toFile().list()).containsExactlyInAnyOrder("verdict.json", "verdict.md");
            remote.setSoTimeout(1);
            assertThatThrownBy(remote::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void propose(Path repository) {
        try (GitHistory shop = SignedShop.proposal(repository.toFile())) {
            shop.write(SignedShop.FILE, SignedShop.SIGNATURE).commit("Approve it");
            shop.fillWorkTree();
        }
    }

    /** What a git in the work tree would run, or ask the network for. */
    private static String hostileConfig(int port) {
        return """
                [core]
                \trepositoryFormatVersion = 0
                \tfsmonitor = .git/hooks/fsmonitor
                \tsshCommand = ssh
                \tpager = sh
                [diff]
                \trenames = copies
                \texternal = sh
                [gpg "ssh"]
                \tprogram = ssh-keygen
                [remote "origin"]
                \turl = http://127.0.0.1:%d/shop.git
                \tfetch = +refs/heads/*:refs/remotes/origin/*
                """.formatted(port);
    }

    private ProcessBuilder process(Path repository) {
        ProcessBuilder builder = new ProcessBuilder(JudgeProcess.command(
                repository,
                gate.resolve("verdict.json"),
                "-Duser.home=" + machine.resolve("home"),
                "-Djava.io.tmpdir=" + machine.resolve("tmp")));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", machine.resolve("traps").toString());
        environment.put("HOME", machine.resolve("home").toString());
        environment.put("XDG_CONFIG_HOME", machine.resolve("home/.config").toString());
        environment.put("GIT_CONFIG_SYSTEM", machine.resolve("system").toString());
        environment.put("GIT_CONFIG_GLOBAL", machine.resolve("system").toString());
        environment.put("GIT_CEILING_DIRECTORIES", machine.toString());
        for (String variable : List.of(
                "GIT_DIR",
                "GIT_COMMON_DIR",
                "GIT_WORK_TREE",
                "GIT_OBJECT_DIRECTORY",
                "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                "GIT_INDEX_FILE",
                "GIT_SHALLOW_FILE",
                "GIT_NAMESPACE",
                "GIT_REPLACE_REF_BASE")) {
            environment.put(variable, machine.resolve("nowhere").toString());
        }
        return builder;
    }

    private void write(String path, String content, boolean executable) throws IOException {
        Path file = machine.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        if (executable) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
