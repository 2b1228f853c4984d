package dev.gatekeeper.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The policies and contracts that this project publishes and is tested with, as seeds of {@link Mutations}. */
public final class YamlCorpus {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** What YAML gives a meaning, what readers take for something else, and what strict YAML refuses. */
    private static final List<String> BITS = List.of(
            "[",
            "]",
            "{",
            "}",
            ":",
            ": ",
            "- ",
            "? ",
            ",",
            "\n",
            "  ",
            "\t",
            "'",
            "\"",
            "\\",
            "*",
            "**",
            "*a",
            "&a",
            "&a ",
            "!",
            "!!",
            "!!binary ",
            "!!python/object:os.system ",
            "!<tag:x> ",
            "#",
            " #",
            "|",
            "|+9",
            ">",
            ">-\n",
            "%",
            "%YAML 1.1\n",
            "%TAG ! tag:x:\n",
            "~",
            "<<: ",
            "<<: *a",
            "<<: {level: GREEN}",
            "null",
            "no",
            "0x1F",
            "0o17",
            "1_000",
            "1e999",
            ".inf",
            ".nan",
            "-1",
            "0",
            "999999999999",
            "9".repeat(400),
            "2026-01-01",
            "2026-02-30",
            "+999999999-12-31",
            "190:20:30",
            "\r",
            "\r\n",
            "\ufeff",
            "\u2028",
            "\u0085",
            "\u0000",
            "\u202e",
            "\u200b",
            "\u0301",
            "\ud83d\ude00",
            "\ufffe",
            "---\n",
            "...\n",
            "\"\\ud800\"",
            "\"\\x00\"",
            "\"\\U00110000\"",
            "\"\\N\"",
            "@",
            "`",
            "RED",
            "GREEN",
            "rejected",
            "version: 1\n",
            "[[[[[[[[",
            "{a: {a: {a: ",
            "- - - - ",
            "? ? ? ",
            "[a]: b\n",
            "***",
            "[!a-z]",
            "[z-a]",
            "[[:alpha:]]",
            "{a,b}",
            "a*b*c*d*e*f",
            "../",
            "x".repeat(17_000));

    private YamlCorpus() {}

    public static Mutations policies() throws IOException {
        List<String> policies = new ArrayList<>(readme("version: 1"));
        policies.add(Files.readString(GOLDEN.resolve("policy.yaml")));
        for (String example : List.of("default", "payments", "monorepo", "solo")) {
            policies.add(Files.readString(Path.of("policy-examples", example, "policy.yaml")));
        }
        policies.addAll(golden("policy|organisation"));
        return mutations(policies);
    }

    public static Mutations contracts() throws IOException {
        List<String> contracts = new ArrayList<>(readme("whatChanged:"));
        contracts.addAll(golden("contract [^\\n]*"));
        return mutations(contracts);
    }

    private static Mutations mutations(List<String> corpus) {
        return new Mutations(
                corpus.stream().distinct().map(text -> text.getBytes(UTF_8)).toList(), BITS);
    }

    private static List<String> readme(String start) throws IOException {
        return groups("```yaml\\n(" + start + ".*?)```", Files.readString(Path.of("README.md")));
    }

    private static List<String> golden(String section) throws IOException {
        List<String> sections = new ArrayList<>();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".case"))
                    .sorted()
                    .toList()) {
                sections.addAll(groups("\\n=== (?:" + section + ")\\n(.*?)(?=\\n===|\\z)", Files.readString(file)));
            }
        }
        return sections;
    }

    private static List<String> groups(String regex, String text) {
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
