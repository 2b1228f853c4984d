package dev.gatekeeper.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Request;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.Origin;
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
import java.util.function.Function;

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
            if (Hidden.holds(c) || (c == '#' && json.charAt(at - 1) == '#')) {
                Character.toString(c)
                        .chars()
                        .forEach(unit -> shown.append(String.format(Locale.ROOT, "\\u%04x", unit)));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    private void write(Outcome outcome) throws IOException {
        Optional<Outcome.Decided> decided =
                outcome instanceof Outcome.Decided known ? Optional.of(known) : Optional.empty();
        json.beginObject();
        run(outcome);
        facts(outcome.facts());
        json.name("trust").value(outcome.facts().request().trust().word());
        json.name("enforced").value(decided.map(Outcome.Decided::enforced).orElse(true));
        Optional<Judgement> judgement = decided.map(Outcome.Decided::judgement);
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
        Optional<Revisions> revisions = facts.revisions();
        json.name("target").beginObject();
        text("ref", revisions.flatMap(Revisions::targetRef));
        text("commit", revisions.map(Revisions::target));
        json.endObject();
        text("head", revisions.map(Revisions::head));
        text("mergeBase", facts.mergeBase());
        Optional<Policy> policy =
                facts.policies().map(policies -> policies.inForce().get(0));
        json.name("policy").beginObject();
        text("source", policy.map(known -> source(known.origin())));
        text("blob", policy.map(Policy::blob));
        json.endObject();
        organisation(facts.policies().flatMap(policies -> policies.from(Origin.ORGANISATION)));
    }

    private void organisation(Optional<Policy> policy) throws IOException {
        json.name("orgPolicy");
        if (policy.isEmpty()) {
            json.nullValue();
            return;
        }
        json.beginObject();
        text("blob", policy.map(Policy::blob));
        json.endObject();
    }

    private void levels(Optional<Judgement> judgement) throws IOException {
        Optional<Classification> classification = judgement.map(Judgement::classification);
        json.name("level").beginObject();
        text("declared", judgement.flatMap(Judgement::declared).map(Level::name));
        text("computed", classification.map(Classification::level).map(Level::name));
        json.endObject();
        json.name("paths").beginObject();
        for (Level level : Level.values()) {
            Function<Classification, Number> count = known -> known.at(level).size();
            json.name(level.name()).value(classification.map(count).orElse(null));
        }
        json.endObject();
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
