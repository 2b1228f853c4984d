package dev.gatekeeper.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @Test
    @DisplayName("names are the same in any case, normal form and number of spaces")
    void sameName() {
        assertThat(Names.sameName("Jane  Smith", " jane\tSMITH ")).isTrue();
        assertThat(Names.sameName("Zo\u00eb", "ZOE\u0308")).isTrue();
        assertThat(Names.sameName("Jane\u00a0Smith", "Jane Smith")).isTrue();
        assertThat(Names.sameName("\u001cJane", "Jane\u001f")).isTrue();
        assertThat(Names.normalName(" \u00c9va  Kov\u00e1cs")).isEqualTo("\u00e9va kov\u00e1cs");
    }

    @Test
    @DisplayName("a Greek sigma is the same at the end of a name, within it and as a capital")
    void sigma() {
        assertThat(Names.sameName("\u039d\u03af\u03ba\u03bf\u03c2", "\u039d\u038a\u039a\u039f\u03a3"))
                .isTrue();
        assertThat(Names.sameName("\u039d\u03af\u03ba\u03bf\u03c2 B.", "\u039d\u038a\u039a\u039f\u03a3 B."))
                .isTrue();
    }

    @Test
    @DisplayName("letters that not every JDK knows have two cases too, and a bot can't hide behind them")
    void lettersOfLaterVersionsOfUnicode() {
        assertThat(Names.sameName("\u2c2f", "\u2c5f")).isTrue();
        assertThat(Names.sameEmail("\ud801\udd70@acme.example", "\ud801\udd97@acme.example"))
                .isTrue();
        assertThat(Names.isBot("renovate[\ud833\udcd7\ud833\udce4\ud833\udce9]"))
                .isTrue();
    }

    @Test
    @DisplayName("nothing fuzzier: no accents, look-alikes, invisible characters or initials")
    void otherName() {
        assertThat(Names.sameName("Zoe", "Zo\u00eb")).isFalse();
        assertThat(Names.sameName("J\u0430ne", "Jane")).isFalse();
        assertThat(Names.sameName("Jane\u200bSmith", "JaneSmith")).isFalse();
        assertThat(Names.sameName("JaneSmith", "Jane Smith")).isFalse();
        assertThat(Names.sameName("\uff2aane", "Jane")).isFalse();
    }

    @Test
    @DisplayName("emails are the same in any case; a dotless i is no i")
    void sameEmail() {
        assertThat(Names.sameEmail("Jane@Acme.example", "jane@acme.EXAMPLE")).isTrue();
        assertThat(Names.sameEmail("m\u0131ke@acme.example", "mike@acme.example"))
                .isFalse();
        assertThat(Names.sameEmail("jane+x@acme.example", "jane@acme.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Claude Code",
                "claude-code",
                "Copilot",
                "GitHub Copilot",
                "@copilot",
                "Codex",
                "Cursor",
                "Devin",
                "gemini",
                "Jules",
                "ChatGPT",
                "AI",
                "ai",
                "agent",
                "AI agent",
                "renovate-bot",
                "Renovate",
                "Dependabot",
                "dependabot-bot",
                " \uff23opilot "
            })
    void tools(String name) {
        assertThat(Names.isTool(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Devin Smith",
                "Jan Bot",
                "Jules Verne",
                "Gemini Rossi",
                "Ai Tanaka",
                "Claude Monet",
                "agent Smith",
                "bot",
                "Abbot",
                "jane@acme.example",
                "Codexa"
            })
    void humansWhoseNamesHoldATools(String name) {
        assertThat(Names.isTool(name)).isFalse();
    }
}
