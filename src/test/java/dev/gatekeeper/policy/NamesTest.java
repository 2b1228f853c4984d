package dev.gatekeeper.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    @DisplayName("names are the same in any case, normal form and number of spaces")
    void sameName() {
        assertThat(Names.sameName("Jane  Smith", " jane\tSMITH ")).isTrue();
        assertThat(Names.sameName("Zo\u00eb", "ZOE\u0308")).isTrue();
        assertThat(Names.sameName("Jane\u00a0Smith", "Jane Smith")).isTrue();
        assertThat(Names.normalName(" \u00c9va  Kov\u00e1cs")).isEqualTo("\u00e9va kov\u00e1cs");
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
}
