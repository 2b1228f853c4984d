package dev.gatekeeper.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignPatternTest {

    @ParameterizedTest(name = "''{0}'' {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            src/{auth}/**       ; holds '{' or '}'
            {a}                 ; holds '{' or '}'
            {{a}                ; holds '{' or '}'
            {{a}}/{b}           ; holds '{' or '}'
            {{{a}}}             ; holds '{' or '}'
            *.{yml,yaml}        ; holds alternatives in '{}'
            src/{auth, pay}/    ; holds alternatives in '{}'
            ${name}/            ; holds '{' or '}'
            ^src/auth/          ; starts with '^'
            !^src/auth/         ; starts with '^'
            ^src/.*\\.java$   ; starts with '^'
            .*\\.java$        ; ends with '$'
            src/auth$           ; ends with '$'
            src/(auth|pay)/**   ; holds '|'
            (a|b)               ; holds '|'
            src/auth|src/pay    ; holds '|'
            +(a|b)              ; holds '|'
            @(auth)             ; holds '@('
            src/@(auth|pay)/    ; holds '@('
            src/auth, src/pay   ; holds a ',' and a space
            src/auth @acme/security ; holds a space and '@'
            *.java @jane        ; holds a space and '@'
            src/auth # logins   ; holds a space and '#'
            src/auth #4711      ; holds a space and '#'
            glob:**/auth/**     ; starts with 'glob:'
            !regex:.*           ; starts with 'regex:'
            https://x.example/a ; starts with 'https:'
            C:/src/auth         ; starts with 'C:'
            /app/[slug]/**      ; holds '[slug]', which to git stands for a single character; write '\\[slug\\]' in single quotes
            [slug]              ; holds '[slug]'
            app/[id].tsx        ; holds '[id]', which to git stands for a single character; write '\\[id\\]' in single quotes
            [id].page.tsx       ; holds '[id]'
            [...slug]           ; holds '[...slug]'
            a/[[...slug]]/b     ; holds '[[...slug]]', which to git stands for a single character; write '\\[\\[...slug\\]\\]' in
            [ab]                ; holds '[ab]'
            [user-id]/          ; holds '[user-id]'
            [auth-zone]         ; holds '[auth-zone]'
            [sign_in].*         ; holds '[sign_in]'
            !/app/[slug]/       ; holds '[slug]'
            """)
    @DisplayName("what nobody means so is refused with the way to write it")
    void foreign(String glob, String words) {
        assertThat(ForeignPattern.flaw(glob))
                .hasValueSatisfying(flaw -> assertThat(flaw)
                        .startsWith(words)
                        .containsAnyOf("; write ", "; leave it out", "; name groups", "; put a comment"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app/(auth)/",
                "app/(.)photo/",
                "{{cookiecutter.name}}/",
                "x{{a}}-{{b}}.py",
                "@types/",
                "packages/@acme/ui",
                "a@b",
                "a,b",
                "C#/",
                "a^b",
                "$x/",
                "$lib$/x",
                "/a:b",
                "[!a]",
                "[^ab]",
                "[a-z]",
                "[A-Za-z0-9_]",
                "[0-9].sql",
                "[a-cx]/",
                "[[:digit:]]",
                "[[:alpha:]].x",
                "[Dd]ocs/",
                "*.[jt]s",
                "[ab][cd]",
                "[ab]*",
                "x[ab]",
                "a[, ]b",
                "\\[slug\\]",
                "\\[\\[...slug\\]\\]",
                "\\[slug]",
                "\\{a\\}",
                "\\^a\\$",
                "a\\|b",
                "a,\\ b",
                "a\\, b",
                "a\\ @b",
                "a \\#b",
                "glob\\:a"
            })
    @DisplayName("real names are sound, and so is the way that the words propose")
    void sound(String glob) {
        assertThat(ForeignPattern.flaw(glob)).isEmpty();
        assertThat(Glob.flaw(glob)).isEmpty();
    }

    @Test
    @DisplayName("a required file has no pattern, and its name is taken as it is")
    void requiredFiles() {
        String policy = "version: 1\nrequiredFiles: ['docs/a, {b}.md']\nrules: [{id: a, level: RED, paths: [x]}]\n";
        assertThat(PolicyText.valid(policy, Origin.TARGET).requiredFiles()).containsExactly("docs/a, {b}.md");
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(delimiter = ';', textBlock = """
            /app/\\[slug\\]/**       ; app/[slug]/auth.ts
            \\[\\[...slug\\]\\]/ ; x/[[...slug]]/auth.ts
            \\[id\\].tsx             ; x/[id].tsx
            /\\{a\\}\\|\\^\\$  ; {a}|^$
            a\\,\\ b\\ \\@c\\:d ; a, b @c:d
            """)
    @DisplayName("what the words propose matches, as written and folded")
    void proposed(String glob, String path) {
        Levels levels = Levels.of(Levels.rule("r", Level.RED, glob));
        assertThat(levels.touches(path, "r")).isTrue();
        assertThat(levels.touches(path.toUpperCase(java.util.Locale.ROOT), "r")).isTrue();
        assertThat(levels.touches("s", "r")).isFalse();
    }
}
