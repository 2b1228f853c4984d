package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.Document;
import dev.gatekeeper.testing.GitHistory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the README shows of the goals is what they take and print. */
class ReadmeGoalsTest {

    private static final Document README = Document.of("README.md");
    /** The goals that have a table behind verify's, in the README's order. */
    static final List<String> OTHERS = List.of("approve", "explain", "init", "draft", "archive", "check-policy");

    private static final Pattern DEFAULT = Pattern.compile("Default: (.*?)\\. Example: ");
    private static final Pattern SHARED = Pattern.compile("It takes ([^:]*?) as\\s`verify` does");
    private static final Pattern COMMIT = Pattern.compile("\\b([0-9a-f]{12})(?:[0-9a-f]{28}|…|\\b)");

    @Test
    void namesEveryGoal() throws Exception {
        assertThat(texts("/plugin/mojos/mojo/goal"))
                .contains("verify")
                .allSatisfy(goal -> assertThat(README.text()).contains("gatekeeper:" + goal));
    }

    @Test
    void listsTheParametersOfVerify() throws Exception {
        assertThat(table(0)).containsExactlyElementsOf(rows(manuals("verify")));
    }

    /** Each has a table, behind verify's and in this order. */
    @ParameterizedTest
    @FieldSource("OTHERS")
    void listsWhatAnotherGoalTakesBeside(String goal) throws Exception {
        Map<ParameterName, String> own = manuals(goal);
        own.keySet().removeAll(manuals("verify").keySet());
        assertThat(table(1 + OTHERS.indexOf(goal))).containsExactlyElementsOf(rows(own));
    }

    @ParameterizedTest
    @FieldSource("OTHERS")
    void listsWhatAnotherGoalTakesAsVerifyDoes(String goal) throws Exception {
        Map<ParameterName, String> shared = manuals("verify");
        shared.keySet().retainAll(manuals(goal).keySet());
        assertThat(README.find(SHARED))
                .hasSameSizeAs(OTHERS)
                .element(OTHERS.indexOf(goal))
                .satisfies(words -> assertThat(words.split(" and |,\\s"))
                        .containsExactlyElementsOf(shared.keySet().stream()
                                .map(name -> "`" + name.element() + "`")
                                .toList()));
    }

    /** A goal of which the README says little has a page of its own. */
    @Test
    void thePageOnAuditsListsTheirParameters() throws Exception {
        Map<ParameterName, String> own = manuals("audit");
        own.keySet().removeAll(manuals("verify").keySet());
        assertThat(table(Document.of("docs/audit.md"), 0)).containsExactlyElementsOf(rows(own));
    }

    @Test
    void aPageListsTheParametersOfReport() throws Exception {
        assertThat(table(Document.of("docs/metrics.md"), 0)).containsExactlyElementsOf(rows(manuals("report")));
    }

    @Test
    void showsWhatABlockedChangePrints(@TempDir Path folder) throws IOException {
        assertThat(shown(0)).isEqualTo(printed(folder, DemoShop.contract("GREEN")));
    }

    @Test
    void showsWhatAPassingChangePrints(@TempDir Path folder) throws IOException {
        assertThat(shown(1))
                .isEqualTo(printed(folder, DemoShop.contract("RED") + DemoShop.escalation(DemoShop.APPROVER)));
    }

    @Test
    void showsWhatExplainPrints(@TempDir Path folder) throws IOException {
        Path shop = folder.toRealPath();
        try (GitHistory history = DemoShop.change(shop)) {
            history.write(DemoShop.YELLOW, "package shop;\n\nfinal class Cart {}\n")
                    .commit("Rotate tokens");
            history.fillWorkTree();
        }
        Files.writeString(shop.resolve(DemoShop.RED), "package shop.auth;\n\nfinal class Token {}\n");
        RecordedLog log = new RecordedLog();
        new ExplainRun(RequestFactory.ask(parameters("explain", shop), maven(shop)), List.of(), log).run();
        assertThat(log.lines())
                .containsSequence(README.blocks("text")
                        .get(2)
                        .lines()
                        .map(line -> "[INFO] " + line)
                        .toList());
    }

    /** Property, mark and default of each row of one of the tables. */
    private static List<String> table(int number) {
        return table(README, number);
    }

    private static List<String> table(Document document, int number) {
        return document.tables("property", "meaning", "default").get(number).stream()
                .map(row -> row.get(0) + " " + row.get(2).replace("`", ""))
                .toList();
    }

    /** The rows that describe {@code manuals}. */
    private static List<String> rows(Map<ParameterName, String> manuals) {
        List<String> rows = new ArrayList<>();
        manuals.forEach((name, manual) -> rows.add("`" + name.property() + "` " + (name.commandLineOnly() ? "¹ " : "")
                + DEFAULT.matcher(manual)
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElse("whatever the manual, which names no default")));
        return rows;
    }

    /** The manual text of each parameter of {@code goal}, from the descriptor, which lists them by the alphabet. */
    private static Map<ParameterName, String> manuals(String goal) throws IOException, XPathExpressionException {
        String parameters = "/plugin/mojos/mojo[goal='" + goal + "']/parameters/parameter[editable='true']";
        List<String> names = texts(parameters + "/name");
        List<String> manuals = texts(parameters + "/description");
        assertThat(manuals).hasSameSizeAs(names);
        Map<ParameterName, String> found = new EnumMap<>(ParameterName.class);
        for (ParameterName name : ParameterName.values()) {
            int at = names.indexOf(name.element());
            if (at >= 0) {
                found.put(name, manuals.get(at));
            }
        }
        assertThat(found).as("the parameters of " + goal).hasSameSizeAs(names);
        return found;
    }

    /** The texts of the nodes of the plugin's descriptor that {@code path} leads to. */
    private static List<String> texts(String path) throws IOException, XPathExpressionException {
        List<String> texts = new ArrayList<>();
        try (InputStream descriptor = ReadmeGoalsTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            NodeList nodes = (NodeList) XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(path, new InputSource(descriptor), XPathConstants.NODESET);
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent());
            }
        }
        return texts;
    }

    /** One of the two logs, in which a line may be wrapped at a space; what is no line's start goes on with the one above. */
    private static List<String> shown(int number) {
        List<String> lines = new ArrayList<>();
        for (String line : README.blocks("text").get(number).lines().toList()) {
            if (line.startsWith("[")) {
                lines.add(line);
            } else {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + line.strip());
            }
        }
        return withoutIds(lines);
    }

    /** What an isolated run prints of a change to a RED path with this contract. */
    private static List<String> printed(Path folder, String contract) throws IOException {
        Path shop = folder.toRealPath().resolve("shop");
        Path gate = Files.createDirectories(folder.toRealPath().resolve("gate"));
        try (GitHistory history = DemoShop.change(shop)) {
            history.write(DemoShop.RED, "package shop.auth;\n\nclass Token {\n    void rotate() {}\n}\n")
                    .write(DemoShop.CONTRACT, contract)
                    .commit("Rotate tokens");
        }
        RecordedLog log = new RecordedLog();
        Ending ending = new VerifyRun(
                        RequestFactory.ask(parameters("verify", shop), maven(gate)),
                        Optional.empty(),
                        Optional.empty(),
                        log)
                .run();
        List<String> lines = new ArrayList<>(log.lines());
        ending.failure().ifPresent(failure -> lines.add("[ERROR] Failed to execute goal \u2026: " + failure));
        return withoutIds(lines);
    }

    private static Parameters parameters(String goal, Path shop) {
        return Parameters.of(
                goal,
                List.of(given(ParameterName.REPOSITORY, shop.toString()), given(ParameterName.TARGET, "main")),
                Set.of(),
                Set.of());
    }

    private static MavenRun maven(Path folder) {
        return new MavenRun(
                folder, Optional.of(folder), List.of(), false, false, List.of(), Instant.parse("2026-11-22T12:00:00Z"));
    }

    private static ParameterValue given(ParameterName name, String value) {
        return new ParameterValue(name, Optional.of(value), Optional.empty(), false);
    }

    /** With each commit's id, whole or shortened, replaced by its number among those of the log. */
    private static List<String> withoutIds(List<String> lines) {
        List<String> known = new ArrayList<>();
        return lines.stream()
                .map(line -> COMMIT.matcher(line).replaceAll((MatchResult id) -> {
                    if (!known.contains(id.group(1))) {
                        known.add(id.group(1));
                    }
                    return "commit " + known.indexOf(id.group(1));
                }))
                .toList();
    }
}
