package dev.gatekeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubstanceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  \t\n", "\u00a0", "\u202f\u2007", "\u200b", "\u2800", "\u3164 \uffa0", "\ufe0f", "\u0301"})
    void nothing(String text) {
        assertThat(Substance.of(text)).isEqualTo(Substance.BLANK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TBD",
                "tbd.",
                "(TBA)",
                "[todo]",
                "Todo!",
                "FIXME",
                "N/A",
                "n/a.",
                "none",
                "None.",
                "unknown",
                "Unknown?",
                "placeholder",
                "not  set",
                "Not Set",
                "...",
                "…",
                "-",
                "?",
                "--",
                "x",
                "7",
                "<what changed>",
                "<…>",
                "(command)",
                "TODO: explain",
                "todo - later",
                "GREEN / YELLOW / RED",
                "GREEN/YELLOW/RED",
                "\u200bTBD\u200b",
                "T\u200bB\u200bD",
                "ＴＢＤ",
                "\"TBD\"",
                "**TODO**",
                "`N/A`",
                "((none))",
                "<TBD>",
                "none -",
                "N/A。",
                "unknown/",
                "not set)-",
                "placeholder#",
                "¿TBD?",
                "not\u00a0set",
                "TODO : later",
                "TBC",
                "To do",
                "WIP",
                "Pending.",
                "later",
                "Waiting…",
                "(fill in)",
                "To be filled in!",
                "not run",
                "Not run yet.",
                "will be given",
                "Pending human review",
                "[pending  human\nreview]",
                "to be reviewed",
                "Awaiting review",
                "see above",
                "\"not set\"",
                "any human who is not an author",
                "such as the link to their review",
                "Such as the link to their review.",
                "Say where their approval can be seen, such as the link to their review.",
                "<how you checked it>",
                "how you checked it",
                "a human of group security",
                "whoever is in organisation/security",
                "a human must fill this in",
                // Outlined letters since Unicode 16.
                "\ud833\udce9\ud833\udcd7\ud833\udcd9"
            })
    void placeholder(String text) {
        assertThat(Substance.of(text)).isEqualTo(Substance.PLACEHOLDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "None of the TODO comments is left.",
                "Unknown hosts are refused now.",
                "ok",
                "42",
                "Placeholder texts are translated.",
                "a <b> c",
                "令牌",
                "Das Passwort läuft ab.",
                "The command (make) is gone",
                "not set by default any more",
                "Pending transactions are retried.",
                "later versions win",
                "not run on Windows, since no path differs there",
                "See above the fold: the banner moved.",
                "Waiting for a lock no longer blocks.",
                "Awaiting review no longer times out.",
                "The link to their review is shown in bold.",
                "any human-readable date is taken",
                "N/A becomes an empty cell",
                "Todo-list entries are sorted by date.",
                "Placeholder-text in the search box was English.",
                "TBA-2 of the checklist was reviewed.",
                // Letters since Unicode 17, which JDK 17 and 25 don't know.
                "\ud888\udfb0\ud888\udfb1"
            })
    void something(String text) {
        assertThat(Substance.of(text)).isEqualTo(Substance.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", " ", "\u00a0", "(", "?!"})
    @Timeout(5)
    void aTextMadeToBeSlowIsNot(String filling) {
        String text = "a" + filling.repeat(16 * 1024) + "b" + filling.repeat(16 * 1024);
        assertThat(Substance.of(text)).isEqualTo(Substance.TEXT);
    }
}
