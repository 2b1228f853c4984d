package dev.gatekeeper.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PipelineTest {

    private static final PluginFiles PLUGIN =
            new PluginFiles("1.2.3", Optional.of("a".repeat(64)), Optional.of("b".repeat(64)));

    /** All that is published of a pipeline is written, and nothing is left open in it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void hasEachFileThatIsPublished(Pipeline pipeline) throws IOException {
        Path folder = Path.of("pipelines", pipeline.name().toLowerCase(Locale.ROOT));
        List<String> published;
        try (Stream<Path> files = Files.walk(folder)) {
            published = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
        Map<String, String> texts = pipeline.texts(PLUGIN);
        assertThat(texts.remove(".gatekeeper/pipeline/gatekeeper.sh"))
                .isEqualTo(Files.readString(Path.of("pipelines/gatekeeper.sh")));
        assertThat(texts.keySet()).containsExactlyInAnyOrderElementsOf(published);
        assertThat(texts.values()).noneMatch(text -> text.matches("(?s).*@[a-zA-Z0-9]+@.*"));
        assertThat(String.join("", texts.values())).contains("1.2.3", "a".repeat(64), "b".repeat(64));
    }

    /** A recipe that knows the jar alone refuses to run as much as one that knows nothing. */
    @Test
    void isLeftOpenAsLongAsADigestIsMissing() {
        PluginFiles jarAlone = new PluginFiles("1.2.3", Optional.of("a".repeat(64)), Optional.empty());
        assertThat(Pipeline.HOOK.texts(jarAlone).values()).anyMatch(PluginFiles::isLeftOpen);
        assertThat(Pipeline.HOOK.texts(PLUGIN).values()).noneMatch(PluginFiles::isLeftOpen);
    }
}
