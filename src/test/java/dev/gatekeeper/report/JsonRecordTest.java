package dev.gatekeeper.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import dev.gatekeeper.Trust;
import dev.gatekeeper.approvals.Approval;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.verdict.Code;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonRecordTest {

    @Test
    void aBlockedChangeHasEveryKeyInItsOrder() {
        Outcomes outcomes = new Outcomes()
                .yellow()
                .red()
                .green()
                .approval(Outcomes.named("Jane Smith"))
                .finding(Outcomes.understated())
                .finding(Outcomes.withoutEscalation());
        outcomes.trust = new Trust(true, "Maven runs outside the checkout");
        outcomes.declared = Optional.of(Level.GREEN);
        outcomes.path(Level.RED, "LICENSE", "gatekeeper", Optional.empty(), "Required file");

        assertThat(JsonRecord.render(outcomes.decided())).isEqualTo(oneLine("""
                {"format": "gatekeeper-verdict/1", "verdict": "BLOCKED", "plugin": {"version": "1.2.3"}, "change": "42", "repository": "acme/shop", "simulation": false,
                 "decidedAt": "2026-11-22T12:00:00Z",
                 "target": {"ref": "refs/remotes/origin/main", "commit": "2222222222222222222222222222222222222222"},
                 "targetName": "refs/heads/main", "head": "1111111111111111111111111111111111111111",
                 "headTree": "6666666666666666666666666666666666666666", "mergeBase": "3333333333333333333333333333333333333333",
                 "policy": {"source": "target", "blob": "4444444444444444444444444444444444444444"}, "orgPolicy": null,
                 "trust": "isolated", "enforced": true,
                 "level": {"declared": "GREEN", "computed": "RED"}, "paths": {"GREEN": 1, "YELLOW": 1, "RED": 2},
                 "redPaths": [{"path": "src/main/java/shop/auth/Token.java", "status": "MODIFIED", "rule": "auth",
                 "pattern": "**/auth/**", "because": "Auth or permissions logic"},
                 {"path": "LICENSE", "status": "MODIFIED", "rule": "gatekeeper", "pattern": null, "because": "Required file"}],
                 "contracts": [".gatekeeper/contracts/rotate-tokens.yaml"],
                 "contractDigests": {".gatekeeper/contracts/rotate-tokens.yaml": "sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"},
                 "authors": ["Al Author <al@acme.example>"],
                 "escalation": {"required": true,
                 "approvals": [{"approver": "Jane Smith", "proof": "named", "evidence": "https://example.org/42#r1",
                 "typedBy": {"name": "Al Author", "commit": "5555555555555555555555555555555555555555"}}]},
                 "incompleteContract": true, "waitsFor": "author",
                 "findings": [{"code": "risk-understated", "mendedBy": "author",
                 "file": ".gatekeeper/contracts/rotate-tokens.yaml", "line": 3, "column": 12,
                 "problem": "riskLevel is GREEN, but the change is RED", "remedy": "Declare riskLevel: RED."},
                 {"code": "escalation-missing", "mendedBy": "approver",
                 "file": ".gatekeeper/contracts/rotate-tokens.yaml", "line": null, "column": null,
                 "problem": "the change is RED, but nobody answers for it", "remedy": "Add an escalation that names a human."}]}
                """));
    }

    @Test
    void aPassWithoutNamesHasNulls() {
        Outcomes outcomes = new Outcomes()
                .approval(new Approval("Max", Proof.SIGNED, "SHA256:k", Optional.empty(), Optional.empty(), true));
        outcomes.change = Optional.empty();
        outcomes.ref = Optional.empty();
        outcomes.declared = Optional.empty();
        outcomes.simulation = true;
        outcomes.contracts.clear();
        outcomes.policies.add(Outcomes.policy(Origin.ORGANISATION, Optional.empty()));

        assertThat(JsonRecord.render(outcomes.decided())).isEqualTo(oneLine("""
                {"format": "gatekeeper-verdict/1", "verdict": "PASSED", "plugin": {"version": "1.2.3"}, "change": null, "repository": "acme/shop", "simulation": true,
                 "decidedAt": "2026-11-22T12:00:00Z",
                 "target": {"ref": null, "commit": "2222222222222222222222222222222222222222"},
                 "targetName": "refs/heads/main", "head": "1111111111111111111111111111111111111111",
                 "headTree": "6666666666666666666666666666666666666666", "mergeBase": "3333333333333333333333333333333333333333",
                 "policy": {"source": "target", "blob": "4444444444444444444444444444444444444444"},
                 "orgPolicy": {"sha256": "4444444444444444444444444444444444444444"},
                 "trust": "advisory", "enforced": true,
                 "level": {"declared": null, "computed": "GREEN"}, "paths": {"GREEN": 0, "YELLOW": 0, "RED": 0},
                 "redPaths": [], "contracts": [], "contractDigests": {}, "authors": ["Al Author <al@acme.example>"],
                 "escalation": {"required": false, "approvals": [{"approver": "Max", "proof": "signed", "evidence": "SHA256:k"}]},
                 "incompleteContract": false, "waitsFor": null, "findings": []}
                """));
    }

    @Test
    void whatIsNotKnownIsNull() {
        assertThat(JsonRecord.render(Outcomes.undecided(new Outcomes().nothingKnown())))
                .isEqualTo(oneLine("""
                {"format": "gatekeeper-verdict/1", "verdict": "UNDECIDED", "plugin": {"version": "1.2.3"}, "change": "42", "repository": null, "simulation": false,
                 "decidedAt": "2026-11-22T12:00:00Z", "target": {"ref": null, "commit": null}, "targetName": null, "head": null, "headTree": null, "mergeBase": null,
                 "policy": {"source": null, "blob": null}, "orgPolicy": null, "trust": "advisory", "enforced": true,
                 "level": {"declared": null, "computed": null}, "paths": {"GREEN": null, "YELLOW": null, "RED": null},
                 "redPaths": [], "contracts": [], "contractDigests": {}, "authors": [], "escalation": {"required": null, "approvals": []},
                 "incompleteContract": null, "waitsFor": null, "findings": [],
                 "undecided": {"code": "ref-unknown", "problem": "refs/remotes/origin/main: there is no such ref", "remedy": "git fetch origin main"}}
                """));
    }

    @Test
    void tellsWhatIsKnownWhenItCannotDecide() {
        assertThat(JsonRecord.render(Outcomes.undecided(new Outcomes().facts())))
                .contains(
                        "\"target\": {\"ref\": \"refs/remotes/origin/main\", \"commit\": \"" + Outcomes.TARGET + "\"}")
                .contains("\"policy\": {\"source\": \"target\", \"blob\": \"" + Outcomes.BLOB + "\"}");
    }

    @Test
    void namesThePolicyThatJudgesAlone() {
        assertThat(sourceOf(Origin.BUILT_IN)).isEqualTo("built-in");
        assertThat(sourceOf(Origin.ORGANISATION)).isEqualTo("organisation");
    }

    @Test
    void aBlockedChangeThatIsLetThroughIsNotEnforced() {
        Outcomes outcomes = new Outcomes().green().finding(Outcomes.understated());
        outcomes.rollOutCovers = true;

        assertThat(JsonRecord.render(outcomes.decided()))
                .contains("\"verdict\": \"BLOCKED\"")
                .contains("\"enforced\": false");
    }

    @Test
    void holdsEveryFinding() {
        Outcomes outcomes = new Outcomes().green();
        for (int i = 0; i < 60; i++) {
            outcomes.finding(Outcomes.understated());
        }

        assertThat(parse(JsonRecord.render(outcomes.decided())).getAsJsonArray("findings"))
                .hasSize(60);
    }

    @Test
    void escapesWhatATerminalOrALogWouldObey() {
        String problem = "\\\u202E <b>'é\u001B[2K\u007F\u009B\u2028 ##[error] 😀\uDB40\uDC41 \uD800";
        Outcomes outcomes =
                new Outcomes().finding(Outcomes.finding(Code.PATH_UNSAFE, "a\nb", Optional.empty(), problem, "\"r\""));

        String record = JsonRecord.render(outcomes.decided());
        assertThat(record)
                .contains("\"file\": \"a\\nb\"")
                .contains(
                        "\"problem\": \"\\\\\\u202e <b>'é\\u001b[2K\\u007f\\u009b\\u2028 #\\u0023[error] 😀\\udb40\\udc41"
                                + " \\ufffd\", \"remedy\": \"\\\"r\\\"\"");
        assertThat(parse(record)
                        .getAsJsonArray("findings")
                        .get(0)
                        .getAsJsonObject()
                        .get("problem")
                        .getAsString())
                .isEqualTo(problem.replace('\uD800', '\uFFFD'));
    }

    static JsonObject parse(String record) {
        JsonReader reader = new JsonReader(new StringReader(record));
        reader.setStrictness(Strictness.STRICT);
        return JsonParser.parseReader(reader).getAsJsonObject();
    }

    private static String sourceOf(Origin origin) {
        Outcomes outcomes = new Outcomes();
        outcomes.policies.set(0, Outcomes.policy(origin, Optional.empty()));
        return parse(JsonRecord.render(outcomes.decided()))
                .getAsJsonObject("policy")
                .get("source")
                .getAsString();
    }

    private static String oneLine(String json) {
        return json.strip().replace("\n", "") + "\n";
    }
}
