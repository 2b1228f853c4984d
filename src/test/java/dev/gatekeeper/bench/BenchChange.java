package dev.gatekeeper.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatekeeper.testing.NativeGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A change that passes.
 *
 * @param target a branch
 * @param head a full ref
 * @param headCommit what the record has to name
 * @param mergeBase what the record has to name
 */
record BenchChange(Path repository, String target, String head, String headCommit, String mergeBase) {

    static BenchChange of(Path repository, String target, String head) {
        NativeGit git = new NativeGit(repository);
        return new BenchChange(
                repository, target, head, git.git("rev-parse", head), git.git("merge-base", target, head));
    }

    /** The time that git takes to show which paths are changed. */
    double byGitDiff() throws IOException, InterruptedException {
        return byGit("diff", "--raw", "--no-renames", target + "..." + head);
    }

    /** The time that git takes to show which paths each commit of the change touches, merges against each parent. */
    double byGitLog() throws IOException, InterruptedException {
        return byGit("log", "-m", "--raw", "--no-renames", "--no-abbrev", target + ".." + head);
    }

    private double byGit(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder git = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        return Rounds.milliseconds(() -> {
            if (git.start().waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command));
            }
        });
    }

    /** Holds a run to its result: no figure counts that comes of another. */
    void check(String verdict, Path record, String log) throws IOException {
        if (!Files.exists(record)) {
            throw new IllegalStateException("no record of " + this + ":\n" + log);
        }
        JsonObject json =
                JsonParser.parseString(Files.readString(record, UTF_8)).getAsJsonObject();
        Files.delete(record);
        boolean judged = verdict.equals("PASSED");
        if (!json.get("verdict").getAsString().equals(verdict)
                || judged != json.get("head").toString().equals('"' + headCommit + '"')
                || judged != json.get("mergeBase").toString().equals('"' + mergeBase + '"')) {
            throw new IllegalStateException(this + " came to " + json + ":\n" + log);
        }
    }
}
