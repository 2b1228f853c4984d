package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.testing.SignedShop;
import dev.gatekeeper.verdict.Finding;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CI judges a bare copy; the approver runs the command that it prints in a clone of their own, in which {@code main} is behind. */
class ApproveElsewhereTest {

    private static final Pattern OPTION = Pattern.compile(" -Dgatekeeper\\.([A-Za-z]+)=(\\S+)");

    @TempDir
    Path temp;

    @Test
    void theApproverSignsWhatCiAsksFor() {
        assumeTrue(NativeGit.isThere() && File.separatorChar == '/', "no git, or no shell");
        NativeGit git = new NativeGit(temp);
        try (GitHistory history = SignedShop.change(temp.resolve("forge").toFile())) {
            git.git("clone", "--quiet", "--bare", "forge", "ci");
            git.git("clone", "--quiet", "--branch=main", "forge", "desk");
            history.checkout("main").write(DemoShop.RED, "// meanwhile\n").commit("Meanwhile");
            history.branch("work")
                    .write(DemoShop.RED, SignedShop.ROTATED)
                    .write(DemoShop.CONTRACT, SignedShop.CONTRACT)
                    .commit("Rotate tokens");
            new NativeGit(temp.resolve("ci")).git("fetch", "--quiet", "origin", "+refs/heads/*:refs/heads/*");
            Request ofCi = Requests.of(temp.resolve("ci"))
                    .target("refs/heads/main")
                    .head(history.id("work"))
                    .request();

            String command = command(ofCi);
            new NativeGit(temp.resolve("desk")).paste(command.substring(0, command.indexOf("; mvn ")));
            Map<String, String> options = new HashMap<>();
            for (Matcher option = OPTION.matcher(command); option.find(); ) {
                options.put(option.group(1), option.group(2));
            }
            Request ofApprover = Requests.of(temp.resolve("desk"))
                    .target(options.getOrDefault("target", ""))
                    .targetName(options.getOrDefault("targetName", ""))
                    .head(options.getOrDefault("head", ""))
                    .request();

            assertThat(statement(ofApprover, options.getOrDefault("contract", "")))
                    .isEqualTo(statement(ofCi, "change"));
        }
    }

    private static String command(Request request) {
        return Results.reached(Gatekeeper.judge(request)).findings().stream()
                .map(Finding::remedy)
                .filter(remedy -> remedy.contains(": git fetch "))
                .map(remedy -> remedy.substring(remedy.indexOf(": git fetch ") + 2))
                .findFirst()
                .orElseThrow();
    }

    private static String statement(Request request, String contract) {
        return new String(
                Results.reached(Gatekeeper.prepareApproval(request, Optional.of(contract)))
                        .task()
                        .statement()
                        .bytes(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
