package dev.gatekeeper.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import dev.gatekeeper.Facts;
import dev.gatekeeper.approvals.Approval;
import dev.gatekeeper.audit.Acceptance;
import dev.gatekeeper.audit.Audit;
import dev.gatekeeper.audit.AuditedChange;
import dev.gatekeeper.audit.Kind;
import dev.gatekeeper.change.FirstParent;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.verdict.Code;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An audit as JSON, format {@code gatekeeper-audit/1}: one object on one line. */
final class AuditJson {

    private final StringWriter text = new StringWriter();
    private final JsonWriter json = new JsonWriter(text);

    private AuditJson() {
        json.setHtmlSafe(false);
        json.setFormattingStyle(FormattingStyle.COMPACT.withSpaceAfterSeparators(true));
    }

    static String render(Facts facts, Audit audit) {
        AuditJson rendered = new AuditJson();
        try {
            rendered.write(facts, audit);
            rendered.json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JsonRecord.visible(rendered.text.toString()) + "\n";
    }

    private void write(Facts facts, Audit audit) throws IOException {
        @Nullable Revisions target = facts.revisions().orElse(null);
        json.beginObject();
        json.name("format").value("gatekeeper-audit/1");
        json.name("repository").value(audit.repository().orElse(null));
        json.name("target").beginObject();
        json.name("ref").value(target == null ? null : target.targetRef().orElse(null));
        json.name("commit").value(target == null ? null : target.target());
        json.endObject();
        json.name("since").value(audit.since());
        json.name("sinceProven").value(audit.sinceProven());
        json.name("counts").beginObject();
        json.name("changes").value(audit.changes().size());
        for (Map.Entry<Kind, Integer> count : audit.counts().entrySet()) {
            json.name(count.getKey().id()).value(count.getValue());
        }
        json.endObject();
        json.name("changes").beginArray();
        for (AuditedChange change : audit.changes()) {
            change(change);
        }
        json.endArray();
        json.endObject();
    }

    private void change(AuditedChange change) throws IOException {
        json.beginObject();
        json.name("commit").value(change.step().head().id());
        json.name("commits").beginArray();
        for (FirstParent commit : change.step().commits()) {
            json.value(commit.id());
        }
        json.endArray();
        json.name("parent").value(change.step().base());
        json.name("date").value(change.day().toString());
        json.name("class").value(change.kind().id());
        json.name("joined").value(change.step().isJoined());
        json.name("level").value(change.level().map(Level::name).orElse(null));
        json.name("contracts").beginArray();
        for (String contract : change.contracts()) {
            json.value(contract);
        }
        json.endArray();
        approvals(change.approvals());
        json.name("findings").beginArray();
        for (Code code : change.findings()) {
            json.value(code.id());
        }
        json.endArray();
        json.name("committedByApprover").value(change.committedByApprover());
        acceptance(change.acceptance());
        json.endObject();
    }

    private void approvals(List<Approval> approvals) throws IOException {
        json.name("approvals").beginArray();
        for (Approval approval : approvals) {
            json.beginObject();
            json.name("approver").value(approval.approver());
            json.name("proof").value(approval.proof().name().toLowerCase(Locale.ROOT));
            json.endObject();
        }
        json.endArray();
    }

    private void acceptance(Optional<Acceptance> acceptance) throws IOException {
        json.name("accepted");
        if (acceptance.isEmpty()) {
            json.nullValue();
            return;
        }
        json.beginObject();
        if (acceptance.get() instanceof Acceptance.OfCommit commit) {
            json.name("reason").value(commit.reason());
            json.name("who").value(commit.who());
        } else if (acceptance.get() instanceof Acceptance.OfTool tool) {
            json.name("subject").value(tool.subject());
            json.name("committer").value(tool.committer());
        }
        json.endObject();
    }
}
