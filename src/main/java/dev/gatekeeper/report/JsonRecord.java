package dev.gatekeeper.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Run;
import dev.gatekeeper.approvals.Approval;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Match;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.PathPattern;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.text.Characters;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.JudgedContract;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.MendedBy;
import dev.gatekeeper.verdict.Verdict;
import dev.gatekeeper.yaml.Mark;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verdict record, format {@code gatekeeper-verdict/1}: one JSON object on one line, with the same keys in the same order
 * whatever the outcome.
 *
 * <p>What is not known is null, and a list of what is not known is empty; so in a record of UNDECIDED {@code target.commit},
 * {@code level.computed} and {@code paths.RED} are there, if only as null. It has the key {@code undecided} beside. {@code orgPolicy}
 * is null where no organisation's policy is in force; where that one judges alone, {@code policy} names it too.
 */
final class JsonRecord {

    private final JsonWriter json;
    private final boolean audited;

    /** @param audited whether an audit found it in a branch that it had entered already, whatever the verdict */
    private JsonRecord(JsonWriter json, boolean audited) {
        this.json = json;
        this.audited = audited;
    }

    /** The record, with a line break at its end; characters that a reader would not see are escaped. */
    public static String render(Outcome<Judgement> outcome) {
        return render(outcome, false);
    }

    /** As {@link #render}, of a change that an audit judged again: it has the key {@code source} beside. */
    static String audited(Outcome<Judgement> outcome) {
        return render(outcome, true);
    }

    private static String render(Outcome<Judgement> outcome, boolean audited) {
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text);
        json.setHtmlSafe(false);
        json.setFormattingStyle(FormattingStyle.COMPACT.withSpaceAfterSeparators(true));
        try (json) {
            new JsonRecord(json, audited).write(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return visible(text.toString()) + "\n";
    }

    /** Such as {@code 2026-11-22T12:00:00Z}. */
    static String seconds(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Any character of a JSON text that is not ASCII stands in a string, where its escape means the same. */
    static String visible(String json) {
        StringBuilder shown = new StringBuilder(json.length());
        for (int at = 0; at < json.length(); at += Character.charCount(json.codePointAt(at))) {
            int c = json.codePointAt(at);
            if (Characters.isSurrogate(c)) {
                // Without its partner it is no character, and strict readers refuse its escape, and so the whole
                // record.
                shown.append("\\ufffd");
            } else if (Characters.isUnclear(c) || (c == '#' && json.charAt(at - 1) == '#')) {
                for (char unit : Character.toChars(c)) {
                    shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    private void write(Outcome<Judgement> outcome) throws IOException {
        Optional<Judgement> judgement = outcome instanceof Outcome.Reached<Judgement> decided
                ? Optional.of(decided.result())
                : Optional.empty();
        json.beginObject();
        run(outcome);
        facts(outcome.facts());
        json.name("trust").value(outcome.facts().run().trust().word());
        json.name("enforced").value(enforced(outcome, judgement));
        levels(judgement);
        lists(judgement);
        if (outcome instanceof Outcome.Undecided<Judgement> undecided) {
            json.name("undecided").beginObject();
            json.name("code").value(undecided.code().id());
            json.name("problem").value(undecided.problem());
            json.name("remedy").value(undecided.remedy());
            json.endObject();
        }
        json.endObject();
    }

    /** What an audit finds has entered the branch, and nothing but a pass kept it from that. */
    private boolean enforced(Outcome<Judgement> outcome, Optional<Judgement> judgement) {
        if (audited) {
            return judgement.filter(known -> known.verdict() == Verdict.PASSED).isPresent();
        }
        return judgement.isPresent() ? judgement.get().enforced() : outcome instanceof Outcome.Undecided;
    }

    private void run(Outcome<Judgement> outcome) throws IOException {
        Run run = outcome.facts().run();
        json.name("format").value("gatekeeper-verdict/1");
        json.name("verdict").value(verdict(outcome));
        if (audited) {
            json.name("source").value("audit");
        }
        json.name("plugin").beginObject();
        json.name("version").value(run.version());
        json.endObject();
        text("change", run.change());
        text("repository", outcome.facts().repositoryName());
        json.name("simulation").value(run.simulation());
        json.name("decidedAt").value(seconds(run.now()));
    }

    private static String verdict(Outcome<Judgement> outcome) {
        if (outcome instanceof Outcome.Reached<Judgement> decided) {
            return decided.result().verdict().name();
        }
        return outcome instanceof Outcome.Skipped ? "SKIPPED" : "UNDECIDED";
    }

    private void facts(Facts facts) throws IOException {
        @Nullable Revisions revisions = facts.revisions().orElse(null);
        json.name("target").beginObject();
        text("ref", revisions == null ? Optional.empty() : revisions.targetRef());
        json.name("commit").value(revisions == null ? null : revisions.target());
        json.endObject();
        text("targetName", revisions == null ? Optional.empty() : revisions.targetBranch());
        json.name("head").value(revisions == null ? null : revisions.head());
        text("headTree", facts.headTree());
        text("mergeBase", facts.mergeBase());
        @Nullable Policies policies = facts.policies().orElse(null);
        @Nullable Policy policy = policies == null ? null : policies.inForce().get(0);
        json.name("policy").beginObject();
        json.name("source").value(policy == null ? null : source(policy.origin()));
        json.name("blob").value(policy == null || policy.origin() == Origin.ORGANISATION ? null : policy.blob());
        json.endObject();
        organisation(policies == null ? Optional.empty() : policies.from(Origin.ORGANISATION));
    }

    private void organisation(Optional<Policy> policy) throws IOException {
        json.name("orgPolicy");
        if (policy.isEmpty()) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("sha256").value(policy.get().blob());
        json.endObject();
    }

    private void levels(Optional<Judgement> judgement) throws IOException {
        @Nullable Judgement known = judgement.orElse(null);
        json.name("level").beginObject();
        level("declared", known == null ? null : known.declared().orElse(null));
        level("computed", known == null ? null : known.classification().level());
        json.endObject();
        json.name("paths").beginObject();
        for (Level level : Level.values()) {
            @Nullable Integer count = known == null
                    ? null
                    : (Integer) known.classification().at(level).size();
            json.name(level.name()).value(count);
        }
        json.endObject();
    }

    private void level(String name, @Nullable Level level) throws IOException {
        json.name(name).value(level == null ? null : level.name());
    }

    private void text(String name, Optional<String> value) throws IOException {
        json.name(name).value(value.orElse(null));
    }

    private static String source(Origin origin) {
        return switch (origin) {
            case TARGET -> "target";
            case ORGANISATION -> "organisation";
            case BUILT_IN -> "built-in";
        };
    }

    private void lists(Optional<Judgement> judgement) throws IOException {
        json.name("redPaths").beginArray();
        List<ClassifiedPath> red =
                judgement.isPresent() ? judgement.get().classification().at(Level.RED) : List.of();
        for (ClassifiedPath path : red) {
            redPath(path);
        }
        json.endArray();
        json.name("contracts").beginArray();
        List<JudgedContract> contracts = judgement.isPresent() ? judgement.get().contracts() : List.of();
        for (JudgedContract contract : contracts) {
            json.value(contract.path());
        }
        json.endArray();
        json.name("contractDigests").beginObject();
        for (JudgedContract contract : contracts) {
            json.name(contract.path())
                    .value(
                            contract.sha256().isPresent()
                                    ? "sha256:" + contract.sha256().get()
                                    : null);
        }
        json.endObject();
        json.name("authors").beginArray();
        for (Person author : judgement.isPresent() ? judgement.get().authors() : List.<Person>of()) {
            json.value(author.toString());
        }
        json.endArray();
        escalation(judgement);
        json.name("incompleteContract")
                .value(judgement.isPresent() ? judgement.get().hasIncompleteContract() : null);
        Optional<MendedBy> waitsFor = judgement.isPresent() ? judgement.get().waitsFor() : Optional.empty();
        json.name("waitsFor").value(waitsFor.isPresent() ? word(waitsFor.get()) : null);
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
            typedBy(approval);
            if (approval.review().isPresent()) {
                json.name("reviewedAt").value(approval.review().get().commit());
            }
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void typedBy(Approval approval) throws IOException {
        if (approval.typedBy().isPresent()) {
            json.name("typedBy").beginObject();
            json.name("name").value(approval.typedBy().get().person().shown());
            json.name("commit").value(approval.typedBy().get().commit());
            json.endObject();
        }
    }

    private static String word(MendedBy who) {
        return switch (who) {
            case AUTHOR -> "author";
            case APPROVER -> "human";
        };
    }

    private void finding(Finding finding) throws IOException {
        json.beginObject();
        json.name("code").value(finding.code().id());
        json.name("mendedBy").value(lower(finding.mendedBy()));
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
