package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.testing.Document;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.verdict.Code;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.MendedBy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever code a message ends with is explained in docs/messages.md, and no other. */
class MessagesPageTest {

    private static final Document PAGE = Document.of("docs/messages.md");
    private static final Pattern SECTION = Pattern.compile("^### (.*)$", Pattern.MULTILINE);
    private static final Pattern EXPLAINED = Pattern.compile(
            "[A-Z`].*\\.\n\n- \\*\\*Cause:\\*\\* .+\\.\n- \\*\\*Cure:\\*\\* .+\\.(\n- \\*\\*Agents\\*\\* .*\\.)?",
            Pattern.DOTALL);

    static List<String> codes() {
        return Stream.concat(
                        Arrays.stream(Code.values()).map(Code::id),
                        Arrays.stream(UndecidedCode.values()).map(UndecidedCode::id))
                .toList();
    }

    @Test
    void explainsEachCodeOnceInTheirOrder() {
        assertThat(codes()).doesNotHaveDuplicates();
        assertThat(PAGE.find(SECTION)).containsExactlyElementsOf(codes());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void saysOfEachWhatItIsWhyItComesAndWhatMendsIt(String code) {
        assertThat(after("### " + code).strip()).matches(EXPLAINED);
    }

    @Test
    void putsAFindingWithThoseThatTheSamePeopleMend() {
        assertThat(sections("## Findings of the author")).containsExactlyElementsOf(mendedBy(MendedBy.AUTHOR));
        assertThat(sections("## Findings of the approver")).containsExactlyElementsOf(mendedBy(MendedBy.APPROVER));
    }

    private static List<String> sections(String group) {
        return new Document(PAGE.file(), after(group)).find(SECTION);
    }

    /** What stands below {@code heading}, up to the next one of its rank or above. */
    private static String after(String heading) {
        String rank = heading.substring(0, heading.indexOf(' '));
        String below = PAGE.text().split("(?m)^" + heading + "$", 2)[1];
        return below.split("(?m)^#{2," + rank.length() + "} ", 2)[0];
    }

    private static List<String> mendedBy(MendedBy who) {
        return Arrays.stream(Code.values())
                .filter(code ->
                        new Finding(code, "", Optional.empty(), "", "", Set.of(Origin.TARGET)).mendedBy() == who)
                .map(Code::id)
                .toList();
    }

    @Test
    void noCodeIsLeftThatNoMessageEndsWith() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.gatekeeper");
        assertThat(unused(classes, Code.values())).isEmpty();
        assertThat(unused(classes, UndecidedCode.values())).isEmpty();
    }

    /** Those that nothing but their enum names. */
    private static List<Enum<?>> unused(JavaClasses classes, Enum<?>[] codes) {
        return Arrays.stream(codes)
                .filter(code -> {
                    JavaClass type = classes.get(code.getDeclaringClass());
                    return type.getField(code.name()).getAccessesToSelf().stream()
                            .allMatch(access -> access.getOriginOwner().equals(type));
                })
                .toList();
    }
}
