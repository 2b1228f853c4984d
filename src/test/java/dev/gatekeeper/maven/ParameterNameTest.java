package dev.gatekeeper.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** What a goal reads is what its manual describes: {@code help} is made from the descriptor, and so are the README's tables. */
@MojoTest
class ParameterNameTest extends MojoFixture {

    /** Each goal but the generated one. */
    private static final Pattern GOAL = Pattern.compile("<goal>(?!help)([a-z-]+)</goal>");

    private static final Pattern PROPERTY = Pattern.compile(">\\$\\{(gatekeeper\\.[^}]*)}<");

    @Test
    @InjectMojo(goal = "verify")
    void verifyReadsWhatItsManualDescribes(VerifyMojo mojo) throws IOException {
        assertThat(read(mojo)).containsExactlyInAnyOrderElementsOf(described("verify"));
    }

    @Test
    @InjectMojo(goal = "approve")
    void approveReadsWhatItsManualDescribes(ApproveMojo mojo) throws IOException {
        assertThat(read(mojo)).containsExactlyInAnyOrderElementsOf(described("approve"));
    }

    @Test
    @InjectMojo(goal = "explain")
    void explainReadsWhatItsManualDescribes(ExplainMojo mojo) throws IOException {
        assertThat(read(mojo)).containsExactlyInAnyOrderElementsOf(described("explain"));
    }

    @Test
    @InjectMojo(goal = "draft")
    void draftReadsWhatItsManualDescribes(DraftMojo mojo) throws IOException {
        assertThat(read(mojo)).containsExactlyInAnyOrderElementsOf(described("draft"));
    }

    @Test
    @InjectMojo(goal = "init")
    void initReadsWhatItsManualDescribes(InitMojo mojo) throws IOException {
        assertThat(read(mojo)).containsExactlyInAnyOrderElementsOf(described("init"));
    }

    @Test
    @InjectMojo(goal = "archive")
    void archiveReadsWhatItsManualDescribes(ArchiveMojo mojo) throws IOException {
        assertThat(read(mojo)).containsExactlyInAnyOrderElementsOf(described("archive"));
    }

    @Test
    @InjectMojo(goal = "audit")
    void auditReadsWhatItsManualDescribes(AuditMojo mojo) throws IOException {
        assertThat(read(mojo)).containsExactlyInAnyOrderElementsOf(described("audit"));
    }

    @Test
    @InjectMojo(goal = "report")
    void reportReadsWhatItsManualDescribes(ReportMojo mojo) throws IOException {
        assertThat(read(mojo)).containsExactlyInAnyOrderElementsOf(described("report"));
    }

    @Test
    @InjectMojo(goal = "check-policy")
    void checkPolicyReadsWhatItsManualDescribes(CheckPolicyMojo mojo) throws IOException {
        assertThat(read(mojo)).containsExactlyInAnyOrderElementsOf(described("check-policy"));
    }

    @Test
    void everyParameterIsRead() throws IOException {
        Set<String> described = new TreeSet<>();
        for (String goal : GOAL.matcher(descriptor())
                .results()
                .map(found -> found.group(1))
                .toList()) {
            described.addAll(described(goal));
        }
        assertThat(Stream.of(ParameterName.values()).map(ParameterName::property))
                .containsExactlyInAnyOrderElementsOf(described);
    }

    /** A reader of the manual learns there which a POM may not give. */
    @Test
    void theManualSaysWhichAreForTheCommandLineOnly() throws IOException {
        for (ParameterName name : ParameterName.values()) {
            String text = descriptor();
            String manual = Pattern.compile(
                            "<name>" + name.element() + "</name>.*?<description>(.*?)</description>", Pattern.DOTALL)
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();
            assertThat(manual.contains("command line only"))
                    .as("%s: %s", name.property(), manual)
                    .isEqualTo(name.commandLineOnly());
        }
    }

    private static List<String> read(GatekeeperMojo mojo) {
        return mojo.parameters().stream().map(given -> given.name().property()).toList();
    }

    private static List<String> described(String goal) throws IOException {
        MatchResult mojo = Arrays.stream(descriptor().split("<mojo>", -1))
                .filter(part -> part.contains("<goal>" + goal + "</goal>"))
                .findFirst()
                .map(part -> {
                    var matcher = Pattern.compile("(?s).*").matcher(part);
                    matcher.matches();
                    return matcher.toMatchResult();
                })
                .orElseThrow();
        return PROPERTY.matcher(mojo.group())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String descriptor() throws IOException {
        try (InputStream descriptor = ParameterNameTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            assertThat(descriptor).isNotNull();
            return new String(descriptor.readAllBytes(), UTF_8);
        }
    }
}
