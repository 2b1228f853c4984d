package dev.gatekeeper.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ParameterNameTest {

    private static final Pattern PROPERTY = Pattern.compile(">\\$\\{(gatekeeper\\.[^}]*)}<");

    @Test
    void everyParameterOfTheGoalsIsNamedAndNoOther() throws IOException {
        try (InputStream descriptor = getClass().getResourceAsStream("/META-INF/maven/plugin.xml")) {
            assertThat(descriptor).isNotNull();
            String text = new String(descriptor.readAllBytes(), UTF_8);
            assertThat(PROPERTY.matcher(text)
                            .results()
                            .map(found -> found.group(1))
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            ParameterName.properties().toList());
        }
    }
}
