package dev.gatekeeper.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.pipelines.ScriptRun.Result;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of GitHub's answers, whose reviews are handed to the gate: a gh that knows some answers, and asks jq as gh itself does. */
class GitHubPeopleTest {

    private static final Path SCRIPT =
            Path.of("pipelines/github/.gatekeeper/pipeline/github-people.sh").toAbsolutePath();
    private static final String HEAD = "a".repeat(40);
    private static final String OLD = "b".repeat(40);

    private ScriptRun script;
    private Path place;

    @BeforeEach
    void answer(@TempDir Path folder) throws IOException {
        assumeTrue(List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "jq"))));
        place = folder.toRealPath();
        script = new ScriptRun(place, place)
                .give("REPOSITORY", "acme/shop")
                .give("NUMBER", "42")
                .give("QUEUED", "")
                .give("HEAD", HEAD);
        script.program("gh", """
                for argument; do
                    case $argument in repos/*) answer=$(printf '%s' "${argument#repos/acme/shop/}" | tr / _) ;; esac
                    filter=$argument
                done
                jq -r "$filter" <"$here/$answer.json"
                """);
        script.write("pulls_42.json", "{\"user\": {\"login\": \"ada\"}, \"base\": {\"ref\": \"main\"}}");
        script.write("commits_" + HEAD + "_pulls.json", "[" + pull(42, "main") + "]");
        script.write("issues_42_timeline.json", "[]");
        for (String login : List.of("jane", "omar", "kim")) {
            script.write("collaborators_" + login + "_permission.json", "{\"permission\": \"write\"}");
        }
    }

    @Test
    void takesWhoApprovesLastWithTheCommitTheyApproved() {
        reviews(
                review("jane", "User", "CHANGES_REQUESTED", OLD, 1),
                review("jane", "User", "APPROVED", OLD, 2),
                review("jane", "User", "COMMENTED", HEAD, 3),
                review("omar", "User", "APPROVED", OLD, 1),
                review("omar", "User", "CHANGES_REQUESTED", HEAD, 4),
                review("kim", "User", "APPROVED", HEAD, 5));
        assertThat(said().log()).isEqualTo("number=42\nauthor=ada\nreviews=jane@" + OLD + ",kim@" + HEAD + "\n");
    }

    @Test
    void leavesOutWhatIsDismissedABotsOrNobodysAndWhatNamesNoCommit() {
        reviews(
                review("jane", "User", "APPROVED", HEAD, 1),
                review("jane", "User", "DISMISSED", HEAD, 2),
                review("copilot[bot]", "Bot", "APPROVED", HEAD, 3),
                "{\"user\": null, \"state\": \"APPROVED\", \"commit_id\": \"" + HEAD
                        + "\", \"submitted_at\": \"2026-01-04T00:00:00Z\"}",
                "{\"user\": {\"login\": \"omar\", \"type\": \"User\"}, \"state\": \"APPROVED\", \"commit_id\": null, \"submitted_at\": \"2026-01-05T00:00:00Z\"}");
        assertThat(said().log()).endsWith("reviews=\n");
    }

    @Test
    void leavesOutWhoMayOnlyRead() {
        script.write("collaborators_jane_permission.json", "{\"permission\": \"read\"}");
        reviews(review("jane", "User", "APPROVED", HEAD, 1), review("omar", "User", "APPROVED", HEAD, 2));
        assertThat(said().log()).endsWith("reviews=omar@" + HEAD + "\n");
    }

    @Test
    void leavesOutWhatWasApprovedForAnotherTarget() {
        script.write(
                "issues_42_timeline.json",
                "[{\"event\": \"labeled\", \"created_at\": \"2026-01-09T00:00:00Z\"},"
                        + "{\"event\": \"base_ref_changed\", \"created_at\": \"2026-01-02T12:00:00Z\"}]");
        reviews(review("jane", "User", "APPROVED", HEAD, 2), review("omar", "User", "APPROVED", HEAD, 3));
        assertThat(said().log()).endsWith("reviews=omar@" + HEAD + "\n");
    }

    /** One's pass is a pass of the commit, and would count for the other. */
    @Test
    void refusesTwoPullRequestsOfOneHead() {
        script.write("commits_" + HEAD + "_pulls.json", "[" + pull(42, "main") + "," + pull(43, "release/1") + "]");
        reviews();
        assertThat(run().exit()).isNotZero();
        assertThat(run().log()).contains("pull request 43 has the same head and another target");
    }

    @Test
    void findsThePullRequestOfAQueuesEntry() {
        script.give("NUMBER", "").give("HEAD", "").give("QUEUED", "refs/heads/gh-readonly-queue/pr-7-x/pr-42-" + OLD);
        reviews(review("jane", "User", "APPROVED", OLD, 1));
        assertThat(said().log()).startsWith("number=42\n").endsWith("reviews=jane@" + OLD + "\n");
        assertThat(script.give("QUEUED", "refs/heads/$(touch hacked)")
                        .run(place, List.of("sh", SCRIPT.toString()))
                        .exit())
                .isNotZero();
    }

    @Test
    void endsWhereSomethingCannotBeRead() {
        assertThat(run().exit()).isNotZero();
        reviews(review("omar", "User", "APPROVED", HEAD, 1));
        script.delete("collaborators_omar_permission.json");
        assertThat(run().exit()).isNotZero();
    }

    private void reviews(String... reviews) {
        script.write("pulls_42_reviews.json", "[" + String.join(",", reviews) + "]");
    }

    private static String review(String login, String type, String state, String commit, int day) {
        return """
               {"user": {"login": "%s", "type": "%s"}, "state": "%s", "commit_id": "%s", "submitted_at": "2026-01-0%dT00:00:00Z"}""".formatted(login, type, state, commit, day);
    }

    private static String pull(int number, String target) {
        return "{\"number\": %d, \"state\": \"open\", \"head\": {\"sha\": \"%s\"}, \"base\": {\"ref\": \"%s\"}}"
                .formatted(number, HEAD, target);
    }

    private Result said() {
        Result result = run();
        assertThat(result.exit()).as(result.log()).isZero();
        return result;
    }

    private Result run() {
        return script.run(place, List.of("sh", SCRIPT.toString()));
    }
}
