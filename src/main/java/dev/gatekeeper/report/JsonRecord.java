package dev.gatekeeper.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Request;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verdict record, format {@code gatekeeper-verdict/1}: one JSON object on one line, with the same keys in the same order
 * whatever the outcome.
 *
 * <p>What is not known is null, and a list of what is not known is empty; so in a record of UNDECIDED {@code target.commit},
 * {@code level.computed} and {@code paths.RED} are there, if only as null. It has the key {@code undecided} beside. {@code orgPolicy}
 * is null where no organisation's policy is in force; where that one replaces the built-in default, {@code policy} names it too.
 */
public final class JsonRecord {

    private final JsonWriter json;

    private JsonRecord(JsonWriter json) {
        this.json = json;
    }

    /** The record, with a line break at its end; characters that a reader would not see are escaped. */
    public static String render(Outcome outcome) {
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text);
        json.setHtmlSafe(false);
        json.setFormattingStyle(FormattingStyle.COMPACT.withSpaceAfterSeparators(true));
        try (json) {
            new JsonRecord(json).write(outcome);
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
    private static String visible(String json) {
        StringBuilder shown = new StringBuilder(json.length());
        for (int at = 0; at < json.length(); at += Character.charCount(json.codePointAt(at))) {
            int c = json.codePointAt(at);
            if (Character.getType(c) == Character.SURROGATE) {
                // Without its partner it is no character, and strict readers refuse its escape, and so the whole
                // record.
                shown.append("\\ufffd");
            } else if (Hidden.holds(c) || (c == '#' && json.charAt(at - 1) == '#')) {
                for (char unit : Character.toChars(c)) {
                    shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    private void write(Outcome outcome) throws IOException {
        Optional<Judgement> judgement =
                outcome instanceof Outcome.Decided decided ? Optional.of(decided.judgement()) : Optional.empty();
        json.beginObject();
        run(outcome);
        facts(outcome.facts());
        json.name("trust").value(outcome.facts().request().trust().word());
        json.name("enforced").value(!(outcome instanceof Outcome.Decided decided) || decided.enforced());
        levels(judgement);
        new JsonLists(json).write(judgement);
        if (outcome instanceof Outcome.Undecided undecided) {
            json.name("undecided").beginObject();
            json.name("problem").value(undecided.problem());
            json.name("remedy").value(undecided.remedy());
            json.endObject();
        }
        json.endObject();
    }

    private void run(Outcome outcome) throws IOException {
        Request request = outcome.facts().request();
        json.name("format").value("gatekeeper-verdict/1");
        json.name("verdict").value(outcome.word());
        text("change", request.change());
        text("repository", outcome.facts().repositoryName());
        json.name("simulation").value(request.simulation());
        json.name("decidedAt").value(seconds(request.now()));
    }

    private void facts(Facts facts) throws IOException {
        @Nullable Revisions revisions = facts.revisions().orElse(null);
        json.name("target").beginObject();
        text("ref", revisions == null ? Optional.empty() : revisions.targetRef());
        json.name("commit").value(revisions == null ? null : revisions.target());
        json.endObject();
        json.name("head").value(revisions == null ? null : revisions.head());
        text("mergeBase", facts.mergeBase());
        @Nullable Policies policies = facts.policies().orElse(null);
        @Nullable Policy policy = policies == null ? null : policies.inForce().get(0);
        json.name("policy").beginObject();
        json.name("source").value(policy == null ? null : source(policy.origin()));
        json.name("blob").value(policy == null ? null : policy.blob());
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
        json.name("blob").value(policy.get().blob());
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
}
