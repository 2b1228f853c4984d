package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say of the code is so: the picture of the rooms, the names, and where links lead. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)");
    private static final Pattern TYPE = Pattern.compile("([A-Z][a-z]\\w*)((?:\\.\\w+)*)(?:<T>)?");
    private static final Pattern PLACE = Pattern.compile("(?:src|docs|policy-examples|\\.ci)/[\\w./-]+");
    private static final Pattern ARROW = Pattern.compile("^ {4}(\\w+) (?:-->|== \\w+ ==>) (\\w+)$", Pattern.MULTILINE);

    /** Types of libraries that the documents name. */
    private static final Set<String> FOREIGN = Set.of("TreeWalk");

    private static final Map<String, Path> SOURCES = new HashMap<>();

    @BeforeAll
    static void findSources() throws IOException {
        for (String root : List.of("src/main/java", "src/test/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file ->
                                SOURCES.put(file.getFileName().toString().replace(".java", ""), file));
            }
        }
    }

    static List<Document> documents() throws IOException {
        List<Document> documents = new ArrayList<>(List.of(Document.of("README.md"), Document.of("src/it/README.md")));
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            files.filter(Files::isRegularFile).sorted().map(Document::of).forEach(documents::add);
        }
        return documents;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Document document) {
        assertThat(document.find(LINK))
                .allSatisfy(
                        link -> assertThat(document.file().resolveSibling(link)).exists());
    }

    /** A type by its name, with a member where one is named too. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/architecture.md", "docs/CONTRIBUTING.md"})
    void everyTypeIsThere(String file) {
        List<String> types = Document.of(file).codeSpans().stream()
                .filter(span -> TYPE.matcher(span).matches())
                .filter(span -> !FOREIGN.contains(span))
                .toList();
        assertThat(types).hasSizeGreaterThan(10).allSatisfy(DocumentsTest::isThere);
    }

    private static void isThere(String name) {
        List<String> parts = List.of(name.replace("<T>", "").split("\\."));
        assertThat(SOURCES).containsKey(parts.get(0));
        String source =
                Document.of(SOURCES.getOrDefault(parts.get(0), Path.of("gone"))).text();
        assertThat(parts.subList(1, parts.size()))
                .allSatisfy(member -> assertThat(source).containsPattern("\\b" + member + "\\b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/architecture.md", "docs/CONTRIBUTING.md"})
    void everyPlaceIsThere(String file) {
        assertThat(Document.of(file).codeSpans().stream()
                        .filter(span -> PLACE.matcher(span).matches()))
                .allSatisfy(place -> assertThat(Path.of(place)).exists());
    }

    /** Each arrow is allowed, and whatever is allowed can be reached along the arrows. */
    @Test
    void thePictureShowsWhichRoomsMayUseWhich() {
        Map<String, Set<String>> drawn = new HashMap<>();
        ARROW.matcher(Document.of("docs/architecture.md").blocks("mermaid").get(0))
                .results()
                .forEach(arrow -> drawn.computeIfAbsent(room(arrow.group(2)), to -> new TreeSet<>())
                        .add(room(arrow.group(1))));

        assertThat(drawn)
                .isNotEmpty()
                .allSatisfy((room, used) ->
                        assertThat(ArchitectureTest.MAY_SEE.get(room)).containsAll(used));
        assertThat(ArchitectureTest.MAY_SEE)
                .allSatisfy((room, used) -> assertThat(reachable(room, drawn))
                        .containsAll(used.stream()
                                .filter(other -> !other.equals("text"))
                                .toList()));
    }

    private static String room(String node) {
        return node.equals("door") ? "" : node;
    }

    private static Set<String> reachable(String room, Map<String, Set<String>> drawn) {
        Set<String> reachable = new TreeSet<>();
        for (String used : drawn.getOrDefault(room, Set.of())) {
            reachable.add(used);
            reachable.addAll(reachable(used, drawn));
        }
        return reachable;
    }
}
