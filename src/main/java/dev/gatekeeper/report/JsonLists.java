package dev.gatekeeper.report;

import com.google.gson.stream.JsonWriter;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Match;
import dev.gatekeeper.policy.PathPattern;
import dev.gatekeeper.verdict.Approval;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.yaml.Mark;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The part of a verdict record that lists things: RED paths, contracts, approvals and findings, from {@code redPaths} on. */
final class JsonLists {

    private final JsonWriter json;

    JsonLists(JsonWriter json) {
        this.json = json;
    }

    void write(Optional<Judgement> judgement) throws IOException {
        json.name("redPaths").beginArray();
        List<ClassifiedPath> red =
                judgement.isPresent() ? judgement.get().classification().at(Level.RED) : List.of();
        for (ClassifiedPath path : red) {
            redPath(path);
        }
        json.endArray();
        json.name("contracts").beginArray();
        for (String contract : judgement.isPresent() ? judgement.get().contracts() : List.<String>of()) {
            json.value(contract);
        }
        json.endArray();
        escalation(judgement);
        json.name("incompleteContract")
                .value(judgement.isPresent() ? judgement.get().hasIncompleteContract() : null);
        json.name("findings").beginArray();
        for (Finding finding : judgement.isPresent() ? judgement.get().findings() : List.<Finding>of()) {
            finding(finding);
        }
        json.endArray();
    }

    private void redPath(ClassifiedPath path) throws IOException {
        Optional<Match> match = path.deciding();
        json.beginObject();
        json.name("path").value(path.changed().path().display());
        json.name("status").value(path.changed().status().name());
        json.name("rule").value(match.map(known -> known.rule().id()).orElse(null));
        json.name("pattern")
                .value(match.flatMap(Match::pattern).map(PathPattern::glob).orElse(null));
        json.name("because").value(match.map(known -> known.rule().because()).orElse(null));
        json.endObject();
    }

    private void escalation(Optional<Judgement> judgement) throws IOException {
        json.name("escalation").beginObject();
        json.name("required").value(judgement.isPresent() ? judgement.get().escalationRequired() : null);
        json.name("approvals").beginArray();
        for (Approval approval : judgement.isPresent() ? judgement.get().approvals() : List.<Approval>of()) {
            json.beginObject();
            json.name("approver").value(approval.approver());
            json.name("proof").value(lower(approval.proof()));
            json.name("evidence").value(approval.evidence());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void finding(Finding finding) throws IOException {
        json.beginObject();
        json.name("code").value(finding.code().id());
        json.name("mendedBy").value(lower(finding.code().mendedBy()));
        json.name("file").value(finding.file());
        json.name("line").value(finding.mark().map(Mark::line).orElse(null));
        json.name("column").value(finding.mark().map(Mark::column).orElse(null));
        json.name("problem").value(finding.problem());
        json.name("remedy").value(finding.remedy());
        json.endObject();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
