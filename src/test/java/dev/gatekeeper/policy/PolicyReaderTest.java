package dev.gatekeeper.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.ssh.Samples;
import dev.gatekeeper.ssh.Signer;
import dev.gatekeeper.testing.SignedShop;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {

    private static final String RULES = "rules:\n  - {id: a, level: RED, paths: [x]}\n";
    private static final String MINIMAL = "version: 1\n" + RULES;
    private static final String KEY_A = withoutComment(Samples.line("ed25519"));
    private static final String KEY_B = SignedShop.KEY;

    @Test
    void readsEverything() {
        Policy policy = valid("""
                version: 1
                repository: acme/shop
                requiredFiles: [AI.md, docs/RULES.md]
                fields:
                  - {name: rollbackPlan, from: YELLOW}
                  - {name: ticket}
                rules:
                  - id: auth
                    level: RED
                    because: Auth or permissions logic
                    paths: ["**/auth/**", "!/src/test/**"]
                    approvers: [security]
                    approvals: 1
                    approval: named
                    invariants: [weak]
                  - {id: docs, level: GREEN, because: Documentation, paths: [/docs/], invariants: [weak]}
                unmatched: RED
                invariants:
                  weak: Never weaken it.
                approvers:
                  security:
                    - name: Jane Smith
                      email: [jane@acme.example]
                      keys: ["%s", {key: "%s me@host", validAfter: 2026-01-01, validBefore: 2027-01-01}]
                    - {name: Tom, email: tom@acme.example}
                  payments:
                    - {name: JANE  smith, email: js@acme.example, keys: ["%s other comment"]}
                approval: signed
                selfApproval: true
                warnUntil: 2027-01-31
                """.formatted(KEY_A, KEY_B, KEY_A).replace("approvals: 2", "approvals: 1"));
        assertThat(policy.repository()).hasValue("acme/shop");
        assertThat(policy.requiredFiles()).containsExactly("AI.md", "docs/RULES.md");
        assertThat(policy.fields())
                .containsExactly(new Field("rollbackPlan", Level.YELLOW), new Field("ticket", Level.GREEN));
        Rule auth = policy.rules().get(0);
        assertThat(auth)
                .isEqualTo(new Rule(
                        "auth",
                        Level.RED,
                        "Auth or permissions logic",
                        List.of(new PathPattern("**/auth/**"), new PathPattern("!/src/test/**")),
                        List.of("security"),
                        1,
                        Proof.NAMED,
                        List.of("weak")));
        assertThat(policy.rules().get(1).invariants()).containsExactly("weak");
        assertThat(policy.rules().get(1).proof()).isEqualTo(Proof.SIGNED);
        assertThat(policy.unmatched()).isEqualTo(Level.RED);
        assertThat(policy.invariants()).isEqualTo(Map.of("weak", "Never weaken it."));
        assertThat(policy.groups().keySet()).containsExactly("security", "payments");
        List<List<Approver>> groups = List.copyOf(policy.groups().values());
        Approver jane = groups.get(0).get(0);
        assertThat(groups.get(1).get(0)).isSameAs(jane);
        assertThat(jane.name()).isEqualTo("Jane Smith");
        assertThat(jane.emails()).containsExactlyInAnyOrder("jane@acme.example", "js@acme.example");
        assertThat(jane.keys()).hasSize(2);
        assertThat(jane.keys().get(1).validBefore()).hasValue(LocalDate.of(2027, 1, 1));
        assertThat(jane.keys().get(1).mark()).hasToString("24:104");
        assertThat(policy.everyone()).hasSize(2);
        assertThat(policy.selfApproval()).isTrue();
        assertThat(policy.warnUntil()).hasValue(LocalDate.of(2027, 1, 31));
    }

    @Test
    void defaults() {
        Policy policy = valid(MINIMAL);
        assertThat(policy.repository()).isEmpty();
        assertThat(policy.requiredFiles()).containsExactly("AI.md", "INVARIANTS.md", "CHANGE_POLICY.md");
        assertThat(policy.unmatched()).isEqualTo(Level.YELLOW);
        assertThat(policy.rules().get(0).because()).isEqualTo("no reason given");
        assertThat(policy.rules().get(0).approvals()).isEqualTo(1);
        assertThat(policy.approval()).isEqualTo(Proof.NAMED);
        assertThat(policy.selfApproval()).isFalse();
        assertThat(policy.warnUntil()).isEmpty();
        assertThat(policy.blob()).isEqualTo("b".repeat(40));
        assertThat(valid(MINIMAL + "requiredFiles: []\n").requiredFiles()).isEmpty();
        // Of a letter that keyboards type and no normal form holds, in NFD, with a joiner that belongs, and with one
        // that doesn't.
        for (String name : List.of("\u09df.md", "cafe\u0301.md", "\u0645\u06cc\u200c\u062e.md")) {
            assertThat(valid(MINIMAL + "requiredFiles: [" + name + "]\n").requiredFiles())
                    .containsExactly(name);
        }
        assertThat(problems(MINIMAL + "requiredFiles: [\"A\u200dI.md\"]\n")).hasSize(1);
        assertThat(valid("version: 1\nrules: [{id: a, level: RED, paths: [x], approvals: 3}]\n")
                        .rules()
                        .get(0)
                        .approvals())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("an organisation's policy asks for nothing that it doesn't say")
    void defaultsOfAnOrganisations() {
        Policy policy = PolicyText.valid("version: 1\nrules: []\napproval: signed\n", Origin.ORGANISATION);
        assertThat(policy.rules()).isEmpty();
        assertThat(policy.unmatched()).isEqualTo(Level.GREEN);
        assertThat(policy.requiredFiles()).isEmpty();
        assertThat(policy.repository()).isEmpty();
        assertThat(policy.builtIn()).isTrue();
        Policy other = PolicyText.valid(
                MINIMAL + "requiredFiles: [AI.md]\nunmatched: RED\nbuiltIn: false\n", Origin.ORGANISATION);
        assertThat(other.requiredFiles()).containsExactly("AI.md");
        assertThat(other.unmatched()).isEqualTo(Level.RED);
        assertThat(other.builtIn()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            builtIn: no         | 3:10 | builtIn is 'no'; allowed are true, false
            builtIn: False      | 3:10 | builtIn is 'False'; allowed are true, false
            builtIn:            | 3:9  | builtIn is nothing, not a text
            builtIn: ''         | 3:10 | builtIn is blank
            builtIn: [false]    | 3:10 | builtIn is a list, not a text
            builtin: false      | 3:1  | 'builtin' is no key of the policy; nearest is 'builtIn', and its keys are version, repository, requiredFiles, fields, rules, unmatched, invariants, approvers, policyApprovers, unsafePathsAllowed, evidence, approval, selfApproval, warnUntil, builtIn
            policyApprovers: [] | 3:18 | policyApprovers is empty; name one group or more, or leave the key out
            policyApprovers: [g] | 3:19 | the group 'g' is unknown; the policy has none
            """)
    void problemsOfAnOrganisations(String line, String mark, String words) {
        assertThat(problems("version: 1\nrules: []\n" + line + "\n", Origin.ORGANISATION))
                .containsExactly(mark + " " + words);
    }

    @Test
    @DisplayName(
            "whom an organisation names for rule gatekeeper must be enough for it; whom it doesn't name isn't asked")
    void policyApproversOfAnOrganisation() {
        String two =
                "version: 1\nrules: [{id: a, level: RED, paths: [x], approvals: 2}]\napprovers: {g: [{name: J}], h: [{name: K}]}\n";
        assertThat(problems(two, Origin.ORGANISATION)).isEmpty();
        assertThat(problems(two + "policyApprovers: [g, h]\n", Origin.ORGANISATION))
                .isEmpty();
        assertThat(problems(two + "policyApprovers: [g]\n", Origin.ORGANISATION))
                .containsExactly(
                        "4:18 the built-in rule 'gatekeeper', which asks for as much as the strictest rule, asks for 2"
                                + " approvals, but its approvers are 1 person");
        assertThat(problems(
                        "version: 1\nrules: []\napprovers: {g: [{name: J}]}\napproval: signed\npolicyApprovers: [g]\n",
                        Origin.ORGANISATION))
                .containsExactly(
                        "5:18 the built-in rule 'gatekeeper', which asks for as much as the strictest rule, asks for 1"
                                + " signed approval, but its approvers are 0 people with a key");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            builtIn: false          | 3:1  | 'builtIn' is a key of the organisation's policy only, the one that gatekeeper.orgPolicy names; beside this one the built-in policy never judges, so leave the key out
            colour: red             | 3:1  | 'colour' is no key of the policy; its keys are version, repository, requiredFiles, fields, rules, unmatched, invariants, approvers, policyApprovers, unsafePathsAllowed, evidence, approval, selfApproval, warnUntil
            repository: /acme       | 3:13 | repository is '/acme'; it must be names like 'acme/shop', in plain letters and digits
            repository: acme/       | 3:13 | repository is 'acme/'; it must be names like 'acme/shop', in plain letters and digits
            repository: аcme/shop   | 3:13 | repository is 'аcme/shop'; it must be names like 'acme/shop', in plain letters and digits
            repository:             | 3:12 | repository is nothing, not a text
            repository: [a]         | 3:13 | repository is a list, not a text
            repository: ' '         | 3:13 | repository is blank
            unmatched: Red          | 3:12 | unmatched is 'Red'; allowed are GREEN, YELLOW, RED
            unmatched: ORANGE       | 3:12 | unmatched is 'ORANGE'; allowed are GREEN, YELLOW, RED
            approval: none          | 3:11 | approval is 'none'; allowed are named, reviewed, signed
            selfApproval: yes       | 3:15 | selfApproval is 'yes'; allowed are true, false
            warnUntil: 31.1.2027    | 3:12 | warnUntil is '31.1.2027'; it must be a date like 2027-01-31
            warnUntil: 2027-02-30   | 3:12 | warnUntil is '2027-02-30'; there is no such day
            requiredFiles: AI.md    | 3:16 | requiredFiles is a text, not a list; write ['AI.md']
            requiredFiles: [../x]   | 3:17 | the required file is '../x'; it must be a path below the root like 'docs/AI.md', without '*', '?', '[', ']' and '\\'
            requiredFiles: [/x]     | 3:17 | the required file is '/x'; it must be a path below the root like 'docs/AI.md', without '*', '?', '[', ']' and '\\'
            requiredFiles: ["*.md"] | 3:17 | the required file is '*.md'; it must be a path below the root like 'docs/AI.md', without '*', '?', '[', ']' and '\\'
            requiredFiles: [.git/x] | 3:17 | the required file is '.git/x'; it must be a path below the root like 'docs/AI.md', without '*', '?', '[', ']' and '\\'
            requiredFiles: [a, a]   | 3:20 | the required file 'a' stands in the list twice
            evidence: links         | 3:11 | evidence is 'links'; allowed are text, link
            evidence: Link          | 3:11 | evidence is 'Link'; allowed are text, link
            evidence: [link]        | 3:11 | evidence is a list, not a text
            evidence: {link: true}  | 3:11 | evidence is a mapping, not a text
            evidence:               | 3:10 | evidence is nothing, not a text
            evidence: ' '           | 3:11 | evidence is blank
            evidense: link          | 3:1  | 'evidense' is no key of the policy; nearest is 'evidence', and its keys are version, repository, requiredFiles, fields, rules, unmatched, invariants, approvers, policyApprovers, unsafePathsAllowed, evidence, approval, selfApproval, warnUntil
            fields: [x]             | 3:10 | the field is a text, not a mapping; write 'name: x' and its other keys below
            fields: [{name: 1x}]    | 3:17 | the field's name is '1x'; it must be 1 to 100 letters, digits and '_', the first no digit
            fields: [{name: größe}] | 3:17 | the field's name is 'größe'; it must be 1 to 100 letters, digits and '_', the first no digit
            fields: [{name: risklevel}] | 3:17 | the field 'risklevel' is built in as 'riskLevel'; write it so, or give the new one another name
            fields: [{name: Tests, from: RED}] | 3:17 | the field 'Tests' is built in as 'tests'; write it so, or give the new one another name
            fields: [{name: riskLevel, from: RED}] | 3:17 | the field 'riskLevel' is asked for always; leave it out
            fields: [{name: whatChanged}] | 3:17 | the field 'whatChanged' is asked for always; leave it out
            fields: [{name: escalation, from: RED}] | 3:17 | the field 'escalation' is asked for where RED needs a name, and never else; leave it out
            fields: [{name: tests}]   | 3:17 | the field 'tests' is built in, and asked for from GREEN; to ask for it from a higher level only, write {name: tests, from: YELLOW}
            fields: [{name: tests, from: }] | 3:29 | from is nothing, not a text
            fields: [{name: tests, from: [RED]}] | 3:30 | from is a list, not a text
            fields: [{name: tests, from: RED}, {name: tests, from: RED}] | 3:43 | the field 'tests' stands in the list twice
            fields: tests: YELLOW   | 3:14 | this is not well-formed YAML: a ':' is out of place; put a text that holds ': ' in quotes, or mend the indentation
            fields: {tests: YELLOW} | 3:9  | fields is a mapping, not a list; write each entry on a line of its own, behind '- '
            fields:                 | 3:8  | fields is nothing, not a list; write each entry on a line of its own, behind '- '
            fields: tests           | 3:9  | fields is a text, not a list; write ['tests']
            fields: [{name: a}, {name: a}] | 3:28 | the field 'a' stands in the list twice
            fields: [{from: RED}]   | 3:10 | the field lacks the key 'name'
            fields: [{name: a, from: red}] | 3:26 | from is 'red'; allowed are GREEN, YELLOW, RED
            fields: [{name: a, x: b}] | 3:20 | 'x' is no key of the field; its keys are name, from
            invariants: {"a b": c}  | 3:14 | the invariant's id is 'a b'; it must be 1 to 100 letters, digits, '.', '_' and '-', the first a letter or digit
            invariants: {a: }       | 3:16 | the invariant 'a' is nothing, not a text
            invariants: [a]         | 3:13 | invariants is a list, not a mapping
            approvers: {g: []}      | 3:16 | the group 'g' is empty; name one approver or more, or leave the group out
            approvers: {g: Jane}    | 3:16 | the group 'g' is a text, not a list; write ['Jane']
            approvers: {g: [Jane]}  | 3:17 | the approver is a text, not a mapping; write 'name: Jane' and its other keys below
            approvers: {g: [{email: j@x.example}]} | 3:17 | the approver lacks the key 'name'
            approvers: {g: [{name: J, mail: x}]} | 3:27 | 'mail' is no key of the approver; nearest is 'email', and its keys are name, email, logins, keys
            approvers: {g: [{name: 'renovate[Bot]'}]} | 3:24 | the approver 'renovate[Bot]' is a bot; approvers are humans
            approvers: {g: [{name: "Ja\\u200bne"}]} | 3:24 | the approver's name holds a character that nobody sees, or no letter or digit
            approvers: {g: [{name: "Ja\\nne"}]} | 3:24 | the approver's name holds a character that nobody sees, or no letter or digit
            approvers: {g: [{name: '...'}]} | 3:24 | the approver's name holds a character that nobody sees, or no letter or digit
            approvers: {g: [{name: 'Jane <j@x.example>'}]} | 3:24 | the approver's name 'Jane <j@x.example>' holds '<' or '>'; an address stands under 'email'
            approvers: {g: [{name: '<j@x.example>'}]} | 3:24 | the approver's name '<j@x.example>' holds '<' or '>'; an address stands under 'email'
            approvers: {g: [{name: '>J'}]} | 3:24 | the approver's name '>J' holds '<' or '>'; an address stands under 'email'
            approvers: {g: [{name: J, email: jane}]} | 3:34 | email is 'jane'; it must be an address like jane@acme.example
            approvers: {g: [{name: J, email: [J <j@x.example>]}]} | 3:35 | email is 'J <j@x.example>'; it must be an address like jane@acme.example
            approvers: {g: [{name: J, email: j@x.example}, {name: K, email: J@X.example}]} | 3:65 | the email 'J@X.example' stands under two names; one person has one name
            approvers: {g: [{name: J, logins: jj}]} | 3:35 | logins is a text, not a list; write ['jj']
            approvers: {g: [{name: J, logins: {a: b}}]} | 3:35 | logins is a mapping, not a list; write each entry on a line of its own, behind '- '
            approvers: {g: [{name: J, logins: }]} | 3:34 | logins is nothing, not a list; write each entry on a line of its own, behind '- '
            approvers: {g: [{name: J, logins: []}]} | 3:35 | logins is empty; name one login or more, or leave the key out
            approvers: {g: [{name: J, logins: [[jj]]}]} | 3:36 | the login is a list, not a text
            approvers: {g: [{name: J, logins: [~]}]} | 3:36 | the login is nothing, not a text
            approvers: {g: [{name: J, logins: ['']}]} | 3:36 | the login is blank
            approvers: {g: [{name: J, logins: ['@jj']}]} | 3:36 | the login is '@jj'; it must be a name like 'janes', as the forge has it, without '@', ',' and spaces
            approvers: {g: [{name: J, logins: [j j]}]} | 3:36 | the login is 'j j'; it must be a name like 'janes', as the forge has it, without '@', ',' and spaces
            approvers: {g: [{name: J, logins: ['j,k']}]} | 3:36 | the login is 'j,k'; it must be a name like 'janes', as the forge has it, without '@', ',' and spaces
            approvers: {g: [{name: J, logins: ['...']}]} | 3:36 | the login holds a character that nobody sees, or no letter or digit
            approvers: {g: [{name: J, logins: ['renovate[bot]']}]} | 3:36 | the login 'renovate[bot]' is a bot's; approvers are humans
            approvers: {g: [{name: J, logins: [jj, JJ]}]} | 3:40 | the login 'JJ' stands in the list twice
            approvers: {g: [{name: J, logins: [jj]}, {name: K, logins: [Jj]}]} | 3:61 | the login 'Jj' stands under two names; one person has one name
            policyApprovers: security | 3:18 | policyApprovers is a text, not a list; write ['security']
            policyApprovers: {a: b} | 3:18 | policyApprovers is a mapping, not a list; write each entry on a line of its own, behind '- '
            policyApprovers:        | 3:17 | policyApprovers is nothing, not a list; write each entry on a line of its own, behind '- '
            policyApprovers: []     | 3:18 | policyApprovers is empty; name one group or more, or leave the key out
            policyApprovers: [g]    | 3:19 | the group 'g' is unknown; the policy has none
            policyApprovers: [[g]]  | 3:19 | the group is a list, not a text
            policyApprovers: ['']   | 3:19 | the group is blank
            unsafePathsAllowed: /x/ | 3:21 | unsafePathsAllowed is a text, not a list; write ['/x/']
            unsafePathsAllowed: {a: b} | 3:21 | unsafePathsAllowed is a mapping, not a list; write each entry on a line of its own, behind '- '
            unsafePathsAllowed:     | 3:20 | unsafePathsAllowed is nothing, not a list; write each entry on a line of its own, behind '- '
            unsafePathsAllowed: []  | 3:21 | unsafePathsAllowed is empty; name one pattern or more, or leave the key out
            unsafePathsAllowed: [{a: b}] | 3:22 | the pattern is a mapping, not a text
            unsafePathsAllowed: [~]      | 3:22 | the pattern is nothing, not a text
            unsafePathsAllowed: ['']     | 3:22 | the pattern is blank
            unsafePathsAllowed: [/x/, /x/] | 3:27 | the pattern '/x/' stands in the list twice
            unsafePathsAllowed: ['!/x/'] | 3:21 | unsafePathsAllowed only takes back ('!'); the list has one pattern or more that doesn't
            unsafePathsAllowed: [^/x/]   | 3:22 | the pattern '^/x/' starts with '^', which git takes literally; write '/' to mean the root of the repository, or '\\^' in single quotes for the character itself
            unsafePathsAllowed: [a//b]   | 3:22 | the pattern 'a//b' matches nothing: no path has a part ''
            unsafePathsAllowed: ['/x/ '] | 3:22 | the pattern '/x/ ' starts or ends with a space
            approvers: {g: [{name: J, keys: ssh-ed25519}]} | 3:33 | keys is a text, not a list; write ['ssh-ed25519']
            approvers: {g: [{name: J, keys: [ssh-dss AAAA]}]} | 3:34 | the key is of kind 'ssh-dss', and allowed are 'ssh-ed25519', 'sk-ssh-ed25519@openssh.com', 'sk-ecdsa-sha2-nistp256@openssh.com', 'ssh-rsa', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'; enrol an Ed25519 key instead: ssh-keygen -t ed25519
            approvers: {g: [{name: J, keys: [ssh-ed25519]}]} | 3:34 | the key is not a kind and Base64, as a '.pub' file holds them
            approvers: {g: [{name: J, keys: [ssh-ed25519 AA*A]}]} | 3:34 | the key is not whole Base64: characters are missing, changed or added
            approvers: {g: [{name: J, keys: [{validAfter: 2026-01-01}]}]} | 3:34 | the key lacks the key 'key'
            """)
    void problemsBesideTheRules(String line, String mark, String words) {
        assertThat(problems(MINIMAL.replace(RULES, "")
                        + RULES.replace("\n  - {", " [{").replace("}\n", "}]\n")
                        + line))
                .containsExactly(mark + " " + words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {level: RED, paths: [x]}           | 3:5  | the rule lacks the key 'id'
            {id: a, paths: [x]}                | 3:5  | the rule lacks the key 'level'
            {id: a, level: RED}                | 3:5  | the rule lacks the key 'paths'
            x                                  | 3:5  | the rule is a text, not a mapping; write 'id: x' and its other keys below
            {id: a b, level: RED, paths: [x]}  | 3:10 | the rule's id is 'a b'; it must be 1 to 100 letters, digits, '.', '_' and '-', the first a letter or digit
            {id: gatekeeper, level: RED, paths: [x]} | 3:10 | the rule's id is 'gatekeeper', which is built in; give the rule another id
            {id: Gatekeeper-Links, level: RED, paths: [x]} | 3:10 | the rule's id is 'Gatekeeper-Links', which is built in; give the rule another id
            {id: unmatched, level: RED, paths: [x]} | 3:10 | the rule's id is 'unmatched', which is built in; give the rule another id
            {id: a, level: red, paths: [x]}    | 3:20 | level is 'red'; allowed are GREEN, YELLOW, RED
            {id: a, level: RED, paths: []}     | 3:32 | paths is empty; a rule has one pattern or more
            {id: a, level: RED, paths: x}      | 3:32 | paths is a text, not a list; write ['x']
            {id: a, level: RED, paths: ['!x']} | 3:32 | paths only takes back ('!'); a rule has one pattern or more that doesn't
            {id: a, level: RED, paths: ['x[']} | 3:33 | the pattern 'x[' holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            {id: a, level: RED, paths: ['src/{auth}/']} | 3:33 | the pattern 'src/{auth}/' holds '{' or '}', which git takes literally; write the name alone, or '\\{' and '\\}' in single quotes for the characters themselves
            {id: a, level: GREEN, paths: [b, '/app/[slug]/*.md']} | 3:38 | the pattern '/app/[slug]/*.md' holds '[slug]', which to git stands for a single character; write '\\[slug\\]' in single quotes for a name in brackets
            {id: a, level: RED, paths: ['']}   | 3:33 | the pattern is blank
            {id: a, level: RED, paths: [x, ]}  | 3:32 | -
            {id: a, level: RED, paths: ['x ']} | 3:33 | the pattern 'x ' starts or ends with a space
            {id: a, level: RED, paths: ['#x']} | 3:33 | the pattern '#x' is a comment to git; write '\\#' in single quotes for a name that starts with '#'
            {id: a, level: RED, paths: [x], approvals: 0}   | 3:48 | approvals is '0'; it must be a number from 1 to 999
            {id: a, level: RED, paths: [x], approvals: -1}  | 3:48 | approvals is '-1'; it must be a number from 1 to 999
            {id: a, level: RED, paths: [x], approvals: two} | 3:48 | approvals is 'two'; it must be a number from 1 to 999
            {id: a, level: RED, paths: [x], approvers: [g]} | 3:49 | the group 'g' is unknown; the policy has none
            {id: a, level: RED, paths: [x], approvers: []}  | 3:48 | approvers is empty; name one group or more, or leave the key out
            {id: a, level: RED, paths: [x], invariants: [i]} | 3:50 | the invariant 'i' is unknown; the policy has none
            {id: a, level: RED, paths: [x], because: }      | 3:45 | because is nothing, not a text
            {id: a, level: RED, paths: [x], who: me}        | 3:37 | 'who' is no key of the rule; its keys are id, level, because, paths, approvers, approvals, approval, invariants
            {id: a, level: YELLOW, paths: [x], approvals: 1} | 3:40 | approvals belongs to RED rules only, and this one is YELLOW
            {id: a, level: GREEN, paths: [x], approval: named} | 3:39 | approval belongs to RED rules only, and this one is GREEN
            """)
    void problemsOfARule(String rule, String mark, String words) {
        List<String> expected = words.equals("-") ? List.of() : List.of(mark + " " + words);
        assertThat(problems("version: 1\nrules:\n  - " + rule + "\n")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "1.0", "one", "01", "''"})
    void otherVersions(String version) {
        assertThat(problems("version: " + version + "\n" + RULES))
                .containsExactly(
                        version.equals("''")
                                ? "1:10 version is blank"
                                : "1:10 version is '" + version + "'; allowed are 1");
    }

    @Test
    @DisplayName("all problems are told at once, in the order of the file")
    void allAtOnce() {
        assertThat(problems("warnUntil: soon\nrules: []\nx: y\nunmatched: green\n"))
                .containsExactly(
                        "1:1 the policy lacks the key 'version'",
                        "1:12 warnUntil is 'soon'; it must be a date like 2027-01-31",
                        "2:8 rules is empty; a policy has one rule or more",
                        "3:1 'x' is no key of the policy; its keys are version, repository, requiredFiles, fields, rules, unmatched,"
                                + " invariants, approvers, policyApprovers, unsafePathsAllowed, evidence, approval, selfApproval, warnUntil",
                        "4:12 unmatched is 'green'; allowed are GREEN, YELLOW, RED");
        assertThat(problems("version: 1\n")).containsExactly("1:1 the policy lacks the key 'rules'");
        assertThat(problems("- version: 1\n")).containsExactly("1:1 the policy is a list, not a mapping");
        assertThat(problems("")).containsExactly("the file is empty");
        assertThat(problems(MINIMAL + "version: 1\n"))
                .containsExactly("4:1 the key 'version' stands here a second time");
    }

    @Test
    void twoRulesWithOneId() {
        assertThat(problems(MINIMAL + "  - {id: a, level: GREEN, paths: [y]}\n"))
                .containsExactly("4:10 the rule's id is 'a', like that of the rule at 3:10");
    }

    @Test
    @DisplayName("one key stands under one name and with one pair of dates, whatever its comment")
    void keys() {
        assertThat(problems(approvers("{name: J, keys: [\"" + KEY_A + "\"]}, {name: K, keys: [\"" + KEY_A + " c\"]}")))
                .singleElement()
                .asString()
                .endsWith("the key stands under two names; one person has one name");
        assertThat(problems(approvers(
                        "{name: J, keys: [\"" + KEY_A + "\", {key: \"" + KEY_A + "\", validBefore: 2027-01-01}]}")))
                .singleElement()
                .asString()
                .endsWith(" the key stands here with other dates than at 4:34");
        assertThat(problems(approvers("{name: J, keys: [{key: \"" + KEY_A
                        + "\", validAfter: 2027-01-01, validBefore: 2027-01-01}]}")))
                .containsExactly("4:34 the key never counts: validBefore is not later than validAfter");
        assertThat(problems(approvers("{name: J, keys: [{key: \"" + KEY_A + "\", validbefore: 2027-01-01}]}")))
                .singleElement()
                .asString()
                .endsWith(
                        " 'validbefore' is no key of the key; nearest is 'validBefore', and its keys are key, validAfter, validBefore");
        assertThat(problems(approvers("{name: J, keys: [\"ssh-rsa " + KEY_A.split(" ", -1)[1] + "\"]}")))
                .containsExactly("4:34 the key's kind is 'ssh-rsa', and its Base64 says 'ssh-ed25519'");
        for (String name : Samples.NAMES) {
            assertThat(problems(
                            approvers("{name: J, keys: [\"" + withoutComment(Samples.line(name)) + " a comment\"]}")))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("a key that proves nothing is named at its place, among all that is wrong")
    void badKeys() {
        String weak = Signer.rsa(1024).line();
        assertThat(problems("version: 2\n" + RULES + "approvers: {g: [{name: J, keys: [\"" + weak + "\", \"" + KEY_A
                        + "\"]}, {mail: x}]}\n"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("1:10 version is '2'; allowed are 1"),
                        second -> assertThat(second)
                                .isEqualTo(
                                        "4:34 the key has 1024 bits, and 2048 to 16384 are allowed; enrol an Ed25519 key instead: ssh-keygen -t ed25519"),
                        third -> assertThat(third).endsWith("the approver lacks the key 'name'"),
                        fourth -> assertThat(fourth).contains("'mail' is no key of the approver"));
    }

    @Test
    @DisplayName("entries of one name are one person, and show it by an email, login or key, or give the name alone")
    void twoPeopleOfOneName() {
        String stranger =
                "4:%d the approver '%s' stands at 4:24 too, and nothing shows that it is one person; let both entries share"
                        + " an email, a login or a key where it is, and write another name where it isn't";
        assertThat(problems(approvers("{name: Wei Wang, email: w@a.example}, {name: wei  wang, email: w@b.example}")))
                .containsExactly(stranger.formatted(62, "wei  wang"));
        assertThat(problems(approvers("{name: Wei Wang, logins: [weiw]}, {name: Wei Wang, email: weiw@b.example}")))
                .containsExactly(stranger.formatted(58, "Wei Wang"));
        assertThat(problems(approvers("{name: W, keys: [\"" + KEY_A + "\"]}, {name: W, keys: [\"" + KEY_B + "\"]}")))
                .singleElement()
                .asString()
                .contains("the approver 'W' stands at 4:24 too");
        for (String other : List.of(
                "{name: Wei Wang}",
                "{name: WEI WANG, email: [W@A.example, w@b.example]}",
                "{name: Wei Wang, logins: [WeiW]}",
                "{name: Wei Wang, email: w@b.example, keys: [\"" + KEY_A + " c\"]}")) {
            assertThat(problems(approvers("{name: Wei Wang, email: w@a.example, logins: [weiw], keys: [\"" + KEY_A
                            + "\"]}, " + other)))
                    .isEmpty();
        }
        assertThat(problems(approvers("{name: W}, {name: W, email: w@a.example}")))
                .isEmpty();
        assertThat(problems(approvers("{name: W, email: w@a.example}, {name: W, email: w@b.example},"
                        + " {name: W, email: [w@b.example, w@a.example]}")))
                .isEmpty();
    }

    @Test
    void policyApprovers() {
        String groups = "approvers:\n  g: [{name: J, logins: [jj]}]\n  h: [{name: K}, {name: L}]\n";
        Policy policy =
                valid(MINIMAL + groups + "policyApprovers: [h]\nunsafePathsAllowed: [/vendor/, '!/vendor/own/']\n");
        Rule gatekeeper = BuiltInRules.gatekeeper(policy);
        assertThat(policy.approversOf(gatekeeper)).extracting(Approver::name).containsExactly("K", "L");
        assertThat(policy.everyone().get(0).logins()).containsExactly("jj");
        assertThat(policy.unsafePathsAllowed())
                .containsExactly(new PathPattern("/vendor/"), new PathPattern("!/vendor/own/"));
        assertThat(problems(MINIMAL + groups + "policyApprovers: [g, x, g]\n"))
                .containsExactly(
                        "7:22 the group 'x' is unknown; known are g, h", "7:25 the group 'g' stands in the list twice");
        assertThat(problems(
                        MINIMAL.replace("paths: [x]", "paths: [x], approvals: 2") + groups + "policyApprovers: [g]\n"))
                .containsExactly(
                        "7:18 the built-in rule 'gatekeeper', which asks for as much as the strictest rule, asks for 2"
                                + " approvals, but its approvers are 1 person");
        assertThat(problems(
                        MINIMAL.replace("paths: [x]", "paths: [x], approvals: 2") + groups + "policyApprovers: [h]\n"))
                .isEmpty();
    }

    @Test
    @DisplayName("a rule that nobody could satisfy makes the policy invalid, and so does the built-in one")
    void approvalsThatNobodyCanGive() {
        String two =
                "version: 1\nrepository: r\nrules:\n  - {id: a, level: RED, paths: [x], approvers: [g], approvals: 2%s}\n"
                        + "approvers: {g: [{name: J, keys: [\"" + KEY_A + "\"]}%s]}\n%s";
        assertThat(problems(two.formatted("", "", "")))
                .containsExactly("4:10 the rule 'a' asks for 2 approvals, but its approvers are 1 person");
        assertThat(problems(two.formatted(", approval: signed", ", {name: K}", "")))
                .containsExactly(
                        "4:10 the rule 'a' asks for 2 signed approvals, but its approvers are 1 person with a key");
        assertThat(problems(two.formatted("", ", {name: K}", ""))).isEmpty();
        assertThat(problems(two.formatted("", ", {name: j}", "")))
                .containsExactly("4:10 the rule 'a' asks for 2 approvals, but its approvers are 1 person");
        assertThat(problems(two.formatted(", approval: named", ", {name: K}", "approval: signed\n")))
                .containsExactly(
                        "the built-in rule 'gatekeeper', which asks for as much as the strictest rule, asks for"
                                + " 2 signed approvals, but its approvers are 1 person with a key");
        assertThat(problems(two.formatted(", approval: signed", ", {name: K, keys: [\"" + KEY_B + "\"]}", "")))
                .isEmpty();
    }

    @Test
    @DisplayName("reviewed approval needs people with a login or a key, and no name of the repository")
    void reviewed() {
        String two =
                "version: 1\nrules:\n  - {id: a, level: RED, paths: [x], approvers: [g], approvals: 2, approval: reviewed}\n"
                        + "approvers: {g: [{name: J, logins: [j]}, {name: K%s}]}\n%s";
        String lacking = " asks for 2 reviewed approvals, but its approvers are 1 person with a login or a key";
        assertThat(problems(two.formatted(", logins: [k]", ""))).isEmpty();
        assertThat(problems(two.formatted(", keys: [\"" + KEY_A + "\"]", ""))).isEmpty();
        assertThat(problems(two.formatted(", email: k@acme.example", "")))
                .containsExactly("3:10 the rule 'a'" + lacking);
        assertThat(problems(two.replace(", approval: reviewed", "").formatted("", "approval: reviewed\n")))
                .containsExactly("3:10 the rule 'a'" + lacking);
        assertThat(problems(two.replace(": reviewed", ": named").formatted("", "approval: reviewed\n")))
                .containsExactly(
                        "the built-in rule 'gatekeeper', which asks for as much as the strictest rule," + lacking);
        assertThat(problems(MINIMAL + "approval: reviewed\n"))
                .containsExactly("3:10 the rule 'a' asks for 1 reviewed approval, but its approvers are 0 people with a"
                        + " login or a key");
    }

    @Test
    @DisplayName("signed approval needs keys and the repository's name")
    void signed() {
        assertThat(problems(MINIMAL + "approval: signed\n"))
                .containsExactly(
                        "1:1 the policy lacks the key 'repository', which signed approvals are bound to",
                        "3:10 the rule 'a' asks for 1 signed approval, but its approvers are 0 people with a key");
        assertThat(problems("version: 1\nrules: [{id: a, level: RED, paths: [x], approval: signed}]\n"
                        + "approvers: {g: [{name: J, keys: [\"" + KEY_A + "\"]}]}\n"))
                .containsExactly("1:1 the policy lacks the key 'repository', which signed approvals are bound to");
        assertThat(problems(
                        "version: 1\nrepository: r\nrules: [{id: a, level: GREEN, paths: [x]}]\napproval: signed\n"))
                .containsExactly(
                        "the built-in rule 'gatekeeper', which asks for as much as the strictest rule, asks for"
                                + " 1 signed approval, but its approvers are 0 people with a key");
    }

    private static final Policy OFFICE = PolicyText.valid(
            "version: 1\nrules: []\napprovers:\n  office: [{name: Olga, email: olga@acme.example, logins: [olga], keys: [\""
                    + KEY_A + "\"]}]\n  board: [{name: Bo}, {name: Bea}]\n",
            Origin.ORGANISATION);

    @Test
    @DisplayName("a repository's policy may name the organisation's groups, in a rule and for the built-in one")
    void groupsOfTheOrganisation() {
        String text = """
                version: 1
                rules:
                  - {id: a, level: RED, paths: [x], approvers: [team, organisation/office]}
                  - {id: b, level: RED, paths: [y]}
                approvers: {team: [{name: Tim}]}
                policyApprovers: [organisation/board]
                """;
        PolicyReading reading =
                PolicyReader.read(text.getBytes(UTF_8), Origin.TARGET, "b".repeat(40), Optional.of(OFFICE));
        Policy policy = ((PolicyReading.Valid) reading).policy();
        assertThat(names(policy, policy.rules().get(0))).containsExactly("Tim", "Olga");
        assertThat(names(policy, BuiltInRules.gatekeeper(policy))).containsExactly("Bo", "Bea");
        assertThat(names(policy, policy.rules().get(1))).containsExactly("Tim", "Olga", "Bo", "Bea");
        assertThat(policy.listed()).extracting(Approver::name).containsExactly("Tim");
        assertThat(policy.unknownGroups()).isEmpty();
    }

    @Test
    @DisplayName(
            "without the organisation's policy its groups are unknown, and nobody and not anybody is known to be in them")
    void unknownGroupsOfTheOrganisation() {
        Policy policy = valid("""
                version: 1
                rules:
                  - {id: a, level: RED, paths: [x], approvers: [organisation/office]}
                  - {id: b, level: RED, paths: [y], approvals: 3}
                """);
        Rule office = policy.rules().get(0);
        Rule anyOf = policy.rules().get(1);
        assertThat(policy.unknownGroups()).containsExactly("organisation/office");
        assertThat(policy.unknownGroupsOf(office)).containsExactly("organisation/office");
        assertThat(policy.unknownGroupsOf(anyOf)).containsExactly("organisation/office");
        assertThat(policy.approversOf(office)).isEmpty();
        assertThat(policy.isOpenToAnybody(office)).isFalse();
        assertThat(policy.isOpenToAnybody(anyOf)).isFalse();
        Policy open = valid(MINIMAL);
        assertThat(open.isOpenToAnybody(open.rules().get(0))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            organisation/x      | the group 'organisation/x' is unknown; the organisation's policy has organisation/office, organisation/board
            organisation/Office | the group 'organisation/Office' is unknown; the organisation's policy has organisation/office, organisation/board
            organisation/       | the group 'organisation/' is no group of the organisation's policy; write organisation/GROUP, where GROUP stands there under 'approvers' and holds no '/'
            organisation/a/b    | the group 'organisation/a/b' is no group of the organisation's policy; write organisation/GROUP, where GROUP stands there under 'approvers' and holds no '/'
            organisation        | the group 'organisation' is unknown; known are team
            Organisation/office | the group 'Organisation/office' is unknown; known are team
            office              | the group 'office' is one of the organisation's policy; write organisation/office
            offices             | the group 'offices' is unknown; known are team
            team, team          | the group 'team' stands in the list twice
            organisation/office, organisation/office | the group 'organisation/office' stands in the list twice
            """)
    void problemsOfGroupsThatARuleNames(String groups, String words) {
        String team = "\napprovers: {team: [{name: Tim}]}\n";
        String mark = groups.contains(", ") ? "3:" + (50 + groups.indexOf(", ") + 2) : "3:50";
        String policyMark = groups.contains(", ") ? "5:" + (19 + groups.indexOf(", ") + 2) : "5:19";
        assertThat(problemsBeside(
                        "version: 1\nrules:\n  - {id: aa, level: RED, paths: [x], approvers: [" + groups + "]}" + team,
                        OFFICE))
                .containsExactly(mark + " " + words);
        assertThat(problemsBeside(MINIMAL.strip() + team + "policyApprovers: [" + groups + "]\n", OFFICE))
                .containsExactly(policyMark + " " + words);
    }

    @Test
    @DisplayName("a group's own name holds no slash, and the organisation names its own groups as they are")
    void slashes() {
        String slash =
                " has a '/' in its name, as only 'organisation/GROUP' has, a group of the organisation's policy; give it a name without one";
        assertThat(problems(MINIMAL + "approvers: {a/b: [{name: J}]}\n"))
                .containsExactly("4:13 the group 'a/b'" + slash);
        assertThat(problems(MINIMAL + "approvers: {organisation/office: [{name: J}]}\n"))
                .containsExactly("4:13 the group 'organisation/office'" + slash);
        assertThat(problems(
                        "version: 1\nrules: []\napprovers: {office: [{name: J}]}\npolicyApprovers: [organisation/office]\n",
                        Origin.ORGANISATION))
                .containsExactly(
                        "4:19 the group 'organisation/office' is written so in the policies of repositories; the"
                                + " organisation's own names its groups as they stand under 'approvers'");
        assertThat(problemsBeside(
                        MINIMAL.replace("paths: [x]", "paths: [x], approvers: [organisation/g]"),
                        PolicyText.valid("version: 1\nrules: []\n", Origin.ORGANISATION)))
                .containsExactly("3:49 the group 'organisation/g' is unknown; the organisation's policy has none");
    }

    @Test
    @DisplayName("the organisation's people count where approvals are more than people, and each human once")
    void approvalsThatTheOrganisationsPeopleCanGive() {
        String two = """
                version: 1
                repository: r
                rules:
                  - {id: a, level: RED, paths: [x], approvers: [team, organisation/office], approvals: 2%s}
                approvers: {team: [{%s}]}
                policyApprovers: [team, organisation/office]
                """;
        assertThat(problemsBeside(two.formatted("", "name: Tim"), OFFICE)).isEmpty();
        String one = "4:10 the rule 'a' asks for 2 approvals, but its approvers are 1 person";
        assertThat(problemsBeside(two.formatted("", "name: OLGA"), OFFICE)).containsExactly(one);
        assertThat(problemsBeside(two.formatted("", "name: O, email: Olga@acme.example"), OFFICE))
                .containsExactly(one);
        assertThat(problemsBeside(two.formatted("", "name: O, logins: [Olga]"), OFFICE))
                .containsExactly(one);
        assertThat(problemsBeside(two.formatted("", "name: O, keys: [\"" + KEY_A + "\"]"), OFFICE))
                .containsExactly(one);
        assertThat(problemsBeside(two.formatted(", approval: signed", "name: Tim"), OFFICE))
                .containsExactly(
                        "4:10 the rule 'a' asks for 2 signed approvals, but its approvers are 1 person with a key");
        assertThat(problemsBeside(two.formatted(", approval: signed", "name: Tim, keys: [\"" + KEY_B + "\"]"), OFFICE))
                .isEmpty();
        assertThat(problems(two.formatted(", approval: signed", "name: Tim"))).isEmpty();
    }

    private static List<String> names(Policy policy, Rule rule) {
        return policy.approversOf(rule).stream().map(Approver::name).toList();
    }

    private static String approvers(String people) {
        return MINIMAL + "approvers: {g: [" + people + "]}\n";
    }

    private static String withoutComment(String line) {
        String[] words = line.split(" ", -1);
        return words[0] + " " + words[1];
    }

    private static Policy valid(String text) {
        PolicyReading reading = PolicyReader.read(text.getBytes(UTF_8), Origin.TARGET, "b".repeat(40));
        assertThat(problems(text)).isEmpty();
        return ((PolicyReading.Valid) reading).policy();
    }

    private static List<String> problems(String text) {
        return problems(text, Origin.TARGET);
    }

    private static List<String> problems(String text, Origin origin) {
        return said(PolicyReader.read(text.getBytes(UTF_8), origin, "b".repeat(40)));
    }

    private static List<String> problemsBeside(String text, Policy organisation) {
        return said(PolicyReader.read(text.getBytes(UTF_8), Origin.TARGET, "b".repeat(40), Optional.of(organisation)));
    }

    private static List<String> said(PolicyReading reading) {
        return reading instanceof PolicyReading.Invalid invalid
                ? invalid.problems().stream()
                        .map(problem -> problem.mark().map(mark -> mark + " ").orElse("") + problem.text())
                        .toList()
                : List.of();
    }
}
