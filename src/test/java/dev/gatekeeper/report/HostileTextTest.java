package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.text.Normalizer.Form.NFC;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.ibm.icu.text.UnicodeSet;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Trust;
import dev.gatekeeper.approvals.Approval;
import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Review;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.verdict.Code;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.JudgedContract;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.yaml.Mark;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

    /** Stated apart from the code under test. */
    private static final UnicodeSet HIDDEN = new UnicodeSet(
            "[[[\\p{C}\\p{Z}]-[\\ ]]\\u034F\\u115F\\u1160\\u2800\\u3164\\uFFA0\\uFFFC\\uFE00-\\uFE0F\\U00016FE4]");

    private static final List<String> HEADINGS = List.of(
            "2 The author says",
            "2 For the author",
            "2 For a human, and for no tool",
            "2 RED paths",
            "2 YELLOW paths",
            "2 Approvals",
            "2 To know",
            "2 The run");

    private static final Pattern COMMAND = Pattern.compile("^\\s*::|##");

    private static final String[] BITS = {
        "\n",
        "\r\n",
        "\u0085",
        "\u2028",
        "\u2029",
        "\u001B[31m",
        "\u0000",
        "\u007F",
        "\u009B",
        "\u202E",
        "\u2066",
        "\u200B",
        "\uFEFF",
        "\u00AD",
        "\u034F",
        "\u3164",
        "\uFE0F",
        "\uD800",
        "\uDC00",
        "\uDB40\uDC41",
        "::error::",
        "##[add-mask]",
        "`",
        "``",
        "\u1FEF",
        "|",
        "<b>",
        "@team",
        "#1",
        "\\",
        "\\n",
        "\\u202E",
        "\"",
        "'",
        "&lt;",
        "  ",
        " ",
        "é",
        "日本",
        "😀",
        "a",
        "/",
        "-->",
        ": git push evil ",
        "~~~~~~",
        "[x](http://y)",
        "\t",
        "~~~",
        "```",
        "~~x~~",
        "**",
        "_x_",
        "!1",
        "~label",
        "&epic",
        ":tada:",
        "$x$",
        "$",
        "[^1]",
        "[^1]: x",
        "\\|",
        "||",
        "| --- |",
        "<!--",
        "<details open>",
        "<script>alert(1)</script>",
        "<img src=x onerror=y>",
        "===",
        "---",
        "# PASSED",
        "> ",
        "- ",
        "1. ",
        "- [x] ",
        "[!NOTE]",
        "https://evil.example/x",
        "<https://evil.example>",
        "www.evil.example",
        "jo@evil.example",
        "javascript:alert(1)",
        "![x](javascript:y)",
        "[x]: /y",
        "GH-1",
        "ACME-12",
        "0123abcd",
        "acme/shop#1",
        "{+ x +}",
        "[[x]]",
        "==x==",
        "^x^",
        "||x||",
        "שלום",
        "مرحبا 12",
        "e\u0301",
        "\u0301",
        "\u200D",
        "x\u200C",
        "(x)",
        "approved",
        "Jane",
        "don't"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void nothingForbiddenReachesAReaderAndTheRecordKeepsEveryValue(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 40; i++) {
            Outcomes outcomes = hostile(random);
            Outcome.Undecided<Judgement> undecided = new Outcome.Undecided<>(
                    outcomes.facts(), UndecidedCode.UNEXPECTED, garbage(random), garbage(random));
            assertClean(ConsoleReport.failure(undecided));
            assertClean(ConsoleReport.failure(outcomes.judgement()));
            for (Outcome<Judgement> outcome : List.of(outcomes.decided(), undecided)) {
                Results.lines(outcome).forEach(line -> assertClean(line.text()));
                assertCleanPage(MarkdownSummary.render(outcome));
                String record = JsonRecord.render(outcome);
                assertThat(record).endsWith("}\n");
                assertClean(record.substring(0, record.length() - 1));
            }
            assertCopyable(garbage(random), garbage(random));
            assertKept(outcomes, JsonRecordTest.parse(JsonRecord.render(outcomes.decided())));
        }
    }

    private static void assertClean(String line) {
        assertThat(HIDDEN.containsSome(line) || COMMAND.matcher(line).find())
                .as(line)
                .isFalse();
    }

    /** Our own words, code, and the shape of the page: nothing else, whatever the change says. */
    private static void assertCleanPage(String page) {
        assertThat(Pages.nodes(page)).isSubsetOf(Pages.OUR_OWN);
        assertThat(Pages.nodes(Normalizer.normalize(page, NFC))).isSubsetOf(Pages.OUR_OWN);
        assertThat(Pages.words(Normalizer.normalize(page, NFC))).allMatch(words -> words.indexOf('`') < 0);
        assertThat(Pages.links(page)).allMatch(link -> link.matches("https?://[A-Za-z0-9./#_-]+"));
        List<String> headings = Pages.headings(page);
        assertThat(headings.get(0)).startsWith("1 Gatekeeper: ");
        assertThat(headings.subList(1, headings.size())).isSubsetOf(HEADINGS);
        assertThat(Pages.visible(page)).isEqualTo(withoutMarkup(page));
        assertThat(Pages.words(page)).allMatch(words -> words.matches("[\\p{L}\\p{Nd} ,;:.?()'\"“”‘’–—-]*"));
        for (String line : page.split("\n", -1)) {
            assertThat(Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]")
                            .matcher(line)
                            .find())
                    .as(line)
                    .isFalse();
        }
    }

    /** A command holds a path so that the page shows it as it is pasted, whatever the sentence before it says. */
    private static void assertCopyable(String said, String path) {
        String bytes = new String((path + "x").getBytes(UTF_8), ISO_8859_1);
        String command = "git mv -- " + Shell.quoteBytes(bytes) + " x";
        Outcomes outcomes = new Outcomes();
        outcomes.finding(Outcomes.finding(
                Code.PATH_UNSAFE, "x", Optional.empty(), "x", "Where " + said + " stays, mend it: " + command));
        String page = MarkdownSummary.render(outcomes.decided());
        if (command.length() <= 2000) {
            assertThat(Pages.blocks(page)).containsExactly(command + "\n");
        }
    }

    /** {@code page} without what only a renderer reads, as the lines that it is written in show it, and without blanks. */
    private static String withoutMarkup(String page) {
        StringBuilder text = new StringBuilder();
        boolean fenced = false;
        for (String line : page.split("\n", -1)) {
            if (line.matches(" *~~~~~~")) {
                fenced = !fenced;
            } else if (fenced) {
                text.append(line);
            } else if (!line.startsWith("| ---")) {
                String cells = line.startsWith("| ")
                        ? line.replaceAll("^\\| | \\|$", "").replace(" | ", "")
                        : line;
                text.append(cells.replaceAll("^(#+ | *- |  > )", "")
                        .replaceAll("(evidence: )<(http[^>`]*)>$", "$1$2")
                        .replace("`", ""));
            }
        }
        return text.toString().replace(" ", "");
    }

    private static void assertKept(Outcomes made, JsonObject record) {
        JsonObject finding = record.getAsJsonArray("findings").get(0).getAsJsonObject();
        assertThat(finding.get("file").getAsString())
                .isEqualTo(kept(made.findings.get(0).file()));
        assertThat(finding.get("problem").getAsString())
                .isEqualTo(kept(made.findings.get(0).problem()));
        assertThat(finding.get("remedy").getAsString())
                .isEqualTo(kept(made.findings.get(0).remedy()));
        assertThat(record.get("change").getAsString()).isEqualTo(kept(made.change.orElseThrow()));
        assertThat(record.getAsJsonObject("target").get("ref").getAsString()).isEqualTo(kept(made.ref.orElseThrow()));
        assertThat(record.getAsJsonArray("contracts").get(0).getAsString())
                .isEqualTo(kept(made.contracts.get(0).path()));
        JsonObject approval = record.getAsJsonObject("escalation")
                .getAsJsonArray("approvals")
                .get(0)
                .getAsJsonObject();
        assertThat(approval.get("approver").getAsString())
                .isEqualTo(kept(made.approvals.get(0).approver()));
        assertThat(record.getAsJsonArray("redPaths")
                        .get(0)
                        .getAsJsonObject()
                        .get("path")
                        .getAsString())
                .isEqualTo(kept(made.paths.get(0).changed().path().display()));
    }

    /** A surrogate without its partner is no character, so that a reader finds the one that stands for it. */
    private static String kept(String text) {
        return new String(text.getBytes(UTF_16), UTF_16);
    }

    static Outcomes hostile(SplittableRandom random) {
        Outcomes outcomes = new Outcomes();
        outcomes.change = Optional.of(garbage(random));
        outcomes.ref = Optional.of(garbage(random));
        outcomes.trust = new Trust(false, garbage(random));
        outcomes.contracts.set(
                0,
                new JudgedContract(
                        garbage(random),
                        Optional.of("c".repeat(64)),
                        Optional.of(garbage(random)),
                        Optional.of(garbage(random))));
        byte[] bytes = new byte[1 + random.nextInt(20)];
        random.nextBytes(bytes);
        for (Level level : new Level[] {Level.RED, Level.YELLOW}) {
            outcomes.path(
                    outcomes.policies.get(0),
                    level,
                    level == Level.RED ? RawPath.ofBytes(bytes) : RawPath.of("x" + garbage(random)),
                    garbage(random),
                    Optional.of("**/a*"),
                    garbage(random));
        }
        for (Proof proof : Proof.values()) {
            outcomes.approval(new Approval(
                    garbage(random),
                    proof,
                    garbage(random),
                    typist(random),
                    Optional.of(new Review(garbage(random), "a".repeat(40))),
                    random.nextBoolean()));
        }
        for (Code code : new Code[] {Code.PATH_UNSAFE, Code.APPROVER_NOT_ALLOWED}) {
            Optional<Mark> mark = random.nextBoolean() ? Optional.of(new Mark(1, 2)) : Optional.empty();
            Finding finding = Outcomes.finding(code, garbage(random), mark, garbage(random), garbage(random));
            List<String> example = random.nextBoolean() ? List.of() : List.of(garbage(random), garbage(random));
            outcomes.finding(new Finding(
                    code,
                    finding.file(),
                    mark,
                    finding.problem(),
                    finding.remedy(),
                    finding.askedBy(),
                    finding.mendedBy(),
                    example));
        }
        return outcomes;
    }

    private static Optional<Author> typist(SplittableRandom random) {
        return Optional.of(
                new Author(new Person(garbage(random), garbage(random)), Author.Role.AUTHOR, "5".repeat(40)));
    }

    static String garbage(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(random.nextInt(100) == 0 ? 3000 : 12); length > 0; length--) {
            if (random.nextInt(3) == 0) {
                text.append((char) random.nextInt(0x10000));
            } else {
                text.append(BITS[random.nextInt(BITS.length)]);
            }
        }
        return text.toString();
    }
}
