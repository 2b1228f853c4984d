package dev.gatekeeper.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.yaml.StrictYaml;
import dev.gatekeeper.yaml.StrictYamlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the author has to say, as far as they have said it. Never who approves: no tool may fill that in.
 *
 * @param texts by the field's key
 * @param riskLevel the level to be declared
 * @param invariants each a text, or {@code id: how}
 * @param tests what was run
 */
record DraftFields(Map<String, String> texts, Optional<Level> riskLevel, List<String> invariants, List<Test> tests) {

    private static final String DIVIDES = "=>";

    /** A command and what came of it. */
    record Test(String command, String result) {}

    DraftFields {
        texts = new LinkedHashMap<>(texts);
        invariants = List.copyOf(invariants);
        tests = List.copyOf(tests);
    }

    /**
     * What was given on the command line.
     *
     * @param known the fields that policies add to those of every contract
     * @throws CannotDecideException when something of it can't stand in a contract
     */
    static DraftFields of(GivenFields given, Set<String> known) {
        Map<String, String> texts = new LinkedHashMap<>();
        given.texts().forEach((key, text) -> texts.put(key, unixLines(text)));
        given.extraTexts().forEach((key, text) -> texts.put(notBuiltIn(key), unixLines(text)));
        DraftFields fields = new DraftFields(
                texts,
                given.riskLevel().map(DraftFields::level),
                given.invariants().stream().map(DraftFields::unixLines).toList(),
                given.tests().stream()
                        .map(DraftFields::unixLines)
                        .map(DraftFields::test)
                        .toList());
        fields.check(known);
        return fields;
    }

    /** Who approves is never among them. */
    private static String notBuiltIn(String key) {
        if (ContractKeys.ofEveryContract().contains(key)) {
            throw new CannotDecideException(
                    UndecidedCode.PARAMETER_CONFLICT,
                    "gatekeeper.field." + key + " is given, and '" + key + "' is no field that a policy adds",
                    key.equals(ContractKeys.ESCALATION)
                            ? "Leave it out: a human who approves, or is asked to, adds it to the contract."
                            : "Give it as gatekeeper." + key + ".");
        }
        return key;
    }

    private static String unixLines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static Level level(String word) {
        return Stream.of(Level.values())
                .filter(level -> level.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new CannotDecideException(
                        UndecidedCode.PARAMETER_INVALID,
                        "gatekeeper.riskLevel is '" + word + "'; it is GREEN, YELLOW or RED",
                        "Leave it out: the draft declares the level of the changed paths."));
    }

    private static Test test(String text) {
        int at = text.lastIndexOf(DIVIDES);
        String command = at < 0 ? "" : text.substring(0, at).strip();
        String result = at < 0 ? "" : text.substring(at + DIVIDES.length()).strip();
        if (command.isEmpty() || result.isEmpty()) {
            throw new CannotDecideException(
                    UndecidedCode.PARAMETER_INVALID,
                    "gatekeeper.tests is '" + text + "'; it is a command, '=>' and what came of it",
                    "Give both, such as: -Dgatekeeper.tests='mvn -B verify => 412 tests, 0 failures'");
        }
        return new Test(command, result);
    }

    private void check(Set<String> known) {
        for (String key : extraKeys()) {
            if (!known.contains(key)) {
                throw new CannotDecideException(
                        UndecidedCode.PARAMETER_CONFLICT,
                        "gatekeeper.field." + key + " is given, and no policy in force asks for a field of that name",
                        known.isEmpty()
                                ? "Leave it out; no policy adds any."
                                : "Those that policies add are: " + Words.list(known) + ".");
            }
        }
        texts.forEach(
                (key, text) -> check("gatekeeper." + (ContractKeys.TEXTS.contains(key) ? "" : "field.") + key, text));
        for (int i = 0; i < invariants.size(); i++) {
            check(numbered(ContractKeys.INVARIANTS, i), invariants.get(i));
        }
        for (int i = 0; i < tests.size(); i++) {
            check(numbered(ContractKeys.TESTS, i), tests.get(i).command());
            check(numbered(ContractKeys.TESTS, i), tests.get(i).result());
        }
    }

    private static void check(String property, String text) {
        try {
            StrictYaml.read(("key: " + YamlText.of(text, 2) + "\n").getBytes(UTF_8));
        } catch (StrictYamlException e) {
            throw new CannotDecideException(
                    UndecidedCode.PARAMETER_INVALID,
                    property + " can't stand in a contract: " + e.problem().text(),
                    "Give it without that.",
                    e);
        }
    }

    private static String numbered(String key, int index) {
        return "gatekeeper." + key + (index == 0 ? "" : "." + (index + 1));
    }

    /** The keys of the texts that no contract of every repository has. */
    List<String> extraKeys() {
        List<String> keys = new ArrayList<>(texts.keySet());
        keys.removeAll(ContractKeys.TEXTS);
        return keys;
    }
}
