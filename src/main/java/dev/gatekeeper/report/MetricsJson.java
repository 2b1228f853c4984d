package dev.gatekeeper.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import dev.gatekeeper.metrics.LeftOut;
import dev.gatekeeper.metrics.Measure;
import dev.gatekeeper.metrics.Metrics;
import dev.gatekeeper.metrics.Week;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalDouble;

/** The metrics for machines, format {@code gatekeeper-metrics/1}: figures as they are computed, unrounded. */
final class MetricsJson {

    private final JsonWriter json;

    private MetricsJson(JsonWriter json) {
        this.json = json;
    }

    /** One JSON object, with a line break at its end. */
    static String render(Metrics metrics) {
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text);
        json.setHtmlSafe(false);
        json.setFormattingStyle(FormattingStyle.COMPACT.withSpaceAfterSeparators(true));
        try (json) {
            new MetricsJson(json).write(metrics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JsonRecord.visible(text.toString()) + "\n";
    }

    private void write(Metrics metrics) throws IOException {
        json.beginObject();
        json.name("format").value("gatekeeper-metrics/1");
        json.name("all").beginObject();
        measure(metrics.all());
        json.endObject();
        json.name("weeks").beginArray();
        for (Map.Entry<Week, Measure> week : metrics.weeks().entrySet()) {
            json.beginObject();
            json.name("week").value(week.getKey().toString());
            measure(week.getValue());
            json.endObject();
        }
        json.endArray();
        json.name("repositories").beginArray();
        for (Metrics.OfRepository one : metrics.repositories()) {
            json.beginObject();
            json.name("repository").value(one.repository().orElse(null));
            measure(one.measure());
            json.endObject();
        }
        json.endArray();
        json.name("left_out").beginObject();
        for (Map.Entry<LeftOut, Long> one : metrics.leftOut().entrySet()) {
            json.name(one.getKey().key()).value(one.getValue());
        }
        json.endObject();
        json.endObject();
    }

    private void measure(Measure measure) throws IOException {
        json.name("changes").value(measure.changes());
        json.name("blocked_for_incomplete_contract").value(measure.blockedForIncompleteContract());
        figure("incomplete_contract_block_rate", measure.incompleteContractBlockRate());
        json.name("red_escalation_count").value(measure.redEscalationCount());
        json.name("red_reviews_open").value(measure.redReviewsOpen());
        figure("median_red_review_time_hours", measure.medianRedReviewTimeHours());
    }

    private void figure(String name, OptionalDouble figure) throws IOException {
        json.name(name);
        if (figure.isPresent()) {
            json.value(figure.getAsDouble());
        } else {
            json.nullValue();
        }
    }
}
