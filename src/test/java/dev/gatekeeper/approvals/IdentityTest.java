package dev.gatekeeper.approvals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicyText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    @Test
    void isABotByAnEmailThatThePolicyGivesThem() {
        Identity helper = new Identities(
                        new Policies(
                                List.of(policy(Origin.TARGET, "{name: Helper, email: '7+Helper[Bot]@users.example'}"))),
                        mailmap(""))
                .named("Helper");

        assertThat(helper.shown()).isEqualTo("Helper");
        assertThat(helper.isBot()).isTrue();
    }

    @Test
    void isNoBotByAnHonestName() {
        Policies policies =
                new Policies(List.of(policy(Origin.TARGET, "{name: Abbot Robot, email: robot@acme.example}")));

        assertThat(new Identities(policies, mailmap("")).named("Abbot Robot").isBot())
                .isFalse();
    }

    /** An email has something before its '@'. */
    @Test
    void takesAHandleForAName() {
        Identity jane = new Identities(new Policies(List.of(policy(Origin.TARGET, "{name: '@jane'}"))), mailmap(""))
                .named("@jane");

        assertThat(jane.names()).extracting(Designation::text).contains("@jane");
        assertThat(jane.emails()).isEmpty();
        assertThat(jane.listed()).extracting(Approver::name).containsExactly("@jane");
    }

    /** Over any number of entries; what they may approve is what the entry says by which they are named. */
    @Test
    void isOnePersonUnderEveryNameThatSharesAnEmailOrAKey() {
        String key = "'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINvtihgEWYjMF1giFRaM7K5TVf9LW1GxRHXKStFpEjkY%s'";
        Policies policies = new Policies(List.of(
                policy(
                        Origin.TARGET,
                        "{name: Jane, email: jane@a}, {name: Mx, keys: [" + key.formatted("")
                                + "]}, {name: Other, email: o@a}"),
                policy(
                        Origin.ORGANISATION,
                        "{name: J. S., email: [jane@a, js@corp], keys: [" + key.formatted(" at work") + "]}")));

        Identity jane = new Identities(policies, mailmap("")).named("Jane");

        assertThat(jane.names()).extracting(Designation::text).containsExactlyInAnyOrder("Jane", "Jane", "J. S.", "Mx");
        assertThat(jane.isCalled("js@corp")).isTrue();
        assertThat(jane.isCalled("o@a")).isFalse();
        assertThat(jane.isSameAs(new Identities(policies, mailmap("")).named("Mx")))
                .isTrue();
        assertThat(jane.listed()).extracting(Approver::name).containsExactly("Jane");
    }

    @Test
    void isABotInLettersOfAnyWidth() {
        Policies policies = new Policies(List.of(policy(Origin.TARGET, "{name: Jane}")));
        assertThat(new Identities(policies, mailmap(""))
                        .named("dependabot［bot］")
                        .isBot())
                .isTrue();
    }

    /** The author chooses the name that CI puts before their email, or around it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane@acme.example",
                "<jane@acme.example>",
                "M. <jane@acme.example>",
                "M<x <jane@acme.example>",
                "M <x> <jane@acme.example>",
                "M > <jane@acme.example>",
                "<jane@acme.example",
                "jane@acme.example (M)",
                "\"Jane Smith\" <m@home.example>",
                "Jane Smith <m@home.example>",
                "Jane Smith"
            })
    void isMeantByEitherPartHoweverItIsWritten(String text) {
        Policies policies =
                new Policies(List.of(policy(Origin.TARGET, "{name: Jane Smith, email: jane@acme.example}")));

        assertThat(new Identities(policies, mailmap("")).named("Jane Smith").isMeantBy(text))
                .isTrue();
        assertThat(new Identities(policies, mailmap(""))
                        .named("Jane Smith")
                        .isMeantBy(text.replace('j', 'k').replace('J', 'K')))
                .isFalse();
    }

    @Test
    void isMeantByANameThatHoldsItsOwnMarks() {
        Policies policies = new Policies(List.of(policy(Origin.TARGET, "{name: Jane (Q) Smith}")));

        assertThat(new Identities(policies, mailmap(""))
                        .named("Jane (Q) Smith")
                        .isMeantBy("Jane (Q) Smith <m@home.example>"))
                .isTrue();
    }

    /** As commits, trailers and CI call them, at whatever forge. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "janes",
                "JaneS",
                "@janes",
                " janes ",
                "janes@users.noreply.github.com",
                "583231+janes@users.noreply.github.com",
                "583231+JANES@Users.NoReply.GitHub.com",
                "17-janes@users.noreply.gitlab.example",
                "janes@noreply.codeberg.org",
                "janes@users.noreply.github.com.",
                " janes@noreply "
            })
    void isCalledByALogin(String text) {
        assertThat(jane("logins: [zed, JaneS]").isCalled(text)).isTrue();
        assertThat(jane("logins: [zed, JaneS]").isMeantBy("J <" + text + ">")).isTrue();
        assertThat(jane("logins: [zed]").isCalled(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "janes@acme.example",
                "janes@noreply-janes.example",
                "janes@mynoreply.example",
                "janes",
                "1+janes@users.noreply.github.com@acme.example",
                "x+janes@users.noreply.github.com",
                "1x-janes@users.noreply.github.com",
                "1+2+janes@users.noreply.github.com",
                "-janes@users.noreply.github.com",
                "+janes@users.noreply.github.com",
                "janes+1@users.noreply.github.com",
                "jane s",
                "janes 2",
                "@@janes",
                "@",
                "@users.noreply.github.com",
                "1+@users.noreply.github.com",
                ""
            })
    void isNotCalledByWhatOnlyHoldsALogin(String text) {
        assertThat(jane("logins: [jane, ane, s, smith]").isCalled(text)).isFalse();
        if (!text.equals("janes")) {
            assertThat(jane("logins: [janes]").isCalled(text)).isFalse();
        }
    }

    /** One that begins as the number does that a forge puts before it is found with that number, and without. */
    @Test
    void isCalledByALoginThatBeginsWithANumber() {
        assertThat(jane("logins: [1-up]").isCalled("1-up@noreply.codeberg.org")).isTrue();
        assertThat(jane("logins: [1-up]").isCalled("9+1-Up@users.noreply.github.com"))
                .isTrue();
        assertThat(jane("logins: [1-up]").isCalled("up@users.noreply.github.com"))
                .isFalse();
    }

    /** What one policy calls a login may be all that the other knows: as a name, an address or a login. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: J. S., logins: [other, Janes]}",
                "{name: J. S., email: 12+janes@users.noreply.github.com}",
                "{name: JANES}"
            })
    void isOnePersonWithWhoeverHasTheLogin(String elsewhere) {
        Policies policies = new Policies(List.of(
                policy(Origin.TARGET, "{name: Jane, logins: [janes]}, {name: Omar, logins: [omarh]}"),
                policy(Origin.ORGANISATION, elsewhere)));
        Identities identities = new Identities(policies, mailmap(""));
        String name = policies.from(Origin.ORGANISATION)
                .orElseThrow()
                .everyone()
                .get(0)
                .name();

        assertThat(identities.named("Jane").isSameAs(identities.named(name))).isTrue();
        assertThat(identities.named(name).isSameAs(identities.named("Jane"))).isTrue();
        assertThat(identities.named(name).isCalled("Jane")).isTrue();
        assertThat(identities.named("Jane").isCalled(name)).isTrue();
        assertThat(identities.named("Jane").listed()).hasSize(1);
        assertThat(identities.named("Omar").isSameAs(identities.named("Jane"))).isFalse();
    }

    /** An escalation names by name and email; a login there is nobody's on the list, and yet whose it is. */
    @ParameterizedTest
    @ValueSource(strings = {"janes", "@janes", "4+janes@users.noreply.github.com"})
    void isNotListedByALogin(String text) {
        Identity named = new Identities(
                        new Policies(List.of(policy(
                                Origin.TARGET, "{name: Jane Smith, email: jane@acme.example, logins: [janes]}"))),
                        mailmap(""))
                .named(text);

        assertThat(named.listed()).isEmpty();
        assertThat(named.isCalled("jane@acme.example")).isTrue();
    }

    /** By the names and emails that it gives the author, or the approver, or both of them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Jane Smith <jane@old>                       | J <jane@old>              | Jane Smith <jane@old>
            Anybody <jane@acme.example> <jane@old>      | J <jane@old>              | Anybody <jane@acme.example>
            <x@new> <jane@old>%n<jane@acme.example> <x@new> | J <JANE@OLD>          | J <jane@acme.example>
            <jane@new> <jane@acme.example>              | J <jane@new>              | Jane Smith <jane@new>
            J. S. <jane@acme.example>                   | j.  s. <x@home>           | J. S. <jane@acme.example>
            <j@new> <jane@acme.example>%n<j@new> <j@old>  | J <j@old>               | Jane Smith <j@new>
            Jane Smith <jane@new> J <bugs@localhost>    | j <bugs@localhost>        | Jane Smith <jane@new>
            J. S. <j@new> <7+janes@users.noreply.github.com> | x <j@new>            | J. S. <j@new>
            JaneS <j@new>                               | x <j@new>                 | JaneS <j@new>
            """)
    void isWhomTheMailmapMakesOfACommitsAuthor(String lines, String author, String known) {
        Identity jane = jane("email: jane@acme.example, logins: [janes]", lines.replace("%n", "\n"));
        Person person = person(author);

        assertThat(jane.is(person)).isTrue();
        assertThat(jane.isMeantBy(author)).isTrue();
        assertThat(jane.byMailmap(person)).map(Person::toString).contains(known);
        assertThat(jane("email: jane@acme.example, logins: [janes]").is(person)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Smith <jane@new> J <bugs@localhost>",
                "Joe <joe@new> <bugs@localhost>",
                "# Jane Smith <bugs@localhost>",
                "<bugs@localhost> <joe@old>"
            })
    void isNobodyElseByTheMailmap(String line) {
        assertThat(jane("email: jane@acme.example", line).is(person("Joe <bugs@localhost>")))
                .isFalse();
    }

    /** It takes nobody's name away, and has no say in who approves. */
    @Test
    void staysWhoTheyAreWhateverTheMailmapSays() {
        String policy = "{name: Jane Smith, email: jane@acme.example}, {name: Omar, email: omar@acme.example}";
        Identities identities = new Identities(
                new Policies(List.of(policy(Origin.TARGET, policy))),
                mailmap("Joe <joe@new> <jane@acme.example>\nx[bot] <jane@acme.example> <omar@acme.example>\n"));

        assertThat(identities.named("Jane Smith").is(person("x <jane@acme.example>")))
                .isTrue();
        assertThat(identities.named("Omar").is(person("x <jane@acme.example>"))).isTrue();
        assertThat(identities.named("Omar").isBot()).isFalse();
        assertThat(identities.named("Omar").isSameAs(identities.named("Jane Smith")))
                .isFalse();
        assertThat(identities.named("Joe").listed()).isEmpty();
    }

    private static Mailmap mailmap(String text) {
        return Mailmap.of(FileContent.of(text.getBytes(UTF_8)));
    }

    private static Person person(String text) {
        int open = text.indexOf('<');
        return new Person(text.substring(0, open).strip(), text.substring(open + 1, text.length() - 1));
    }

    private static Identity jane(String more, String mailmap) {
        return new Identities(
                        new Policies(List.of(policy(Origin.TARGET, "{name: Jane Smith, " + more + "}"))),
                        mailmap(mailmap))
                .named("Jane Smith");
    }

    private static Identity jane(String more) {
        return new Identities(
                        new Policies(List.of(policy(Origin.TARGET, "{name: Jane Smith, " + more + "}"))), mailmap(""))
                .named("Jane Smith");
    }

    private static Policy policy(Origin origin, String approver) {
        String text = """
                version: 1
                rules: [{id: auth, level: RED, because: Auth or permissions logic, paths: ["**/auth/**"]}]
                approvers: {security: [%s]}
                """.formatted(approver);
        return PolicyText.valid(text, origin);
    }
}
