package dev.gatekeeper.verdict;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.contract.Answer;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.InvariantCheck;
import dev.gatekeeper.contract.Keys;
import dev.gatekeeper.contract.Saying;
import dev.gatekeeper.contract.TestRun;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.yaml.Mark;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether one contract has its fields, and each says something. */
final class FieldFindings {

    private final Submission submission;
    private final Contract contract;
    private final Set<Origin> everyone;

    FieldFindings(Submission submission, Contract contract) {
        this.submission = submission;
        this.contract = contract;
        this.everyone = submission.policies().origins();
    }

    Stream<Finding> findings() {
        return Stream.of(texts(), riskLevel(), invariants(), tests()).flatMap(stream -> stream);
    }

    private Stream<Finding> texts() {
        Map<String, Set<Origin>> asked = new LinkedHashMap<>();
        Keys.TEXTS.forEach(key -> asked.put(key, everyone));
        Level level = submission.levelOf(contract);
        submission
                .policies()
                .inForce()
                .forEach(policy -> policy.fields().stream()
                        .filter(field -> level.isAtLeast(field.from()))
                        .forEach(field -> asked.computeIfAbsent(field.name(), key -> EnumSet.noneOf(Origin.class))
                                .add(policy.origin())));
        Stream<Finding> required = asked.entrySet().stream()
                .flatMap(field -> said(
                        field.getKey(), Optional.ofNullable(contract.texts().get(field.getKey())), field.getValue()));
        Stream<Finding> volunteered = contract.texts().entrySet().stream()
                .filter(field -> !asked.containsKey(field.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(field -> said(field.getKey(), Optional.of(field.getValue()), everyone));
        return Stream.concat(required, volunteered);
    }

    private Stream<Finding> riskLevel() {
        Optional<Answer> declared = contract.riskLevel().filter(answer -> Saying.of(answer.text()) != Saying.NOTHING);
        if (declared.isEmpty()) {
            return said(Keys.RISK_LEVEL, contract.riskLevel(), everyone);
        }
        if (contract.declared().isPresent()) {
            return Stream.empty();
        }
        return Stream.of(Finding.at(
                Code.RISK_LEVEL_INVALID,
                contract.file(),
                declared.get().mark(),
                "riskLevel is '" + declared.get().text() + "'; it is GREEN, YELLOW or RED",
                "Declare riskLevel: " + submission.classification().level()
                        + ", the level of the changed paths, or a higher one.",
                everyone));
    }

    private Stream<Finding> invariants() {
        if (contract.invariantsChecked().isEmpty()) {
            return empty(Keys.INVARIANTS);
        }
        return contract.invariantsChecked().stream().flatMap(this::invariant);
    }

    private Stream<Finding> invariant(InvariantCheck check) {
        String label = Keys.INVARIANTS
                + check.name().map(name -> " '" + name.text() + "'").orElse(" entry");
        Stream<Finding> name =
                check.name().stream().flatMap(text -> said(Keys.INVARIANTS + " name", Optional.of(text), everyone));
        return Stream.concat(name, said(label, Optional.of(check.how()), everyone));
    }

    private Stream<Finding> tests() {
        if (contract.tests().isEmpty()) {
            return empty(Keys.TESTS);
        }
        return IntStream.range(0, contract.tests().size())
                .boxed()
                .flatMap(index -> test(index + 1, contract.tests().get(index)));
    }

    private Stream<Finding> test(int number, TestRun run) {
        return Stream.concat(
                testPart(number, run.mark(), Keys.COMMAND, run.command()),
                testPart(number, run.mark(), Keys.RESULT, run.result()));
    }

    private Stream<Finding> testPart(int number, Mark entry, String key, Optional<Answer> answer) {
        String label = key + " of tests entry " + number;
        return said(label, answer.or(() -> Optional.of(new Answer(entry, ""))), everyone);
    }

    private Stream<Finding> said(String field, Optional<Answer> answer, Set<Origin> askedBy) {
        return switch (answer.map(value -> Saying.of(value.text())).orElse(Saying.NOTHING)) {
            case SOMETHING -> Stream.empty();
            case NOTHING -> missing(field, answer.map(Answer::mark), askedBy);
            case PLACEHOLDER ->
                Stream.of(new Finding(
                        Code.FIELD_PLACEHOLDER,
                        contract.file(),
                        answer.map(Answer::mark),
                        field + " is '" + answer.map(Answer::text).orElse("")
                                + "', which only holds the place of an answer",
                        "Say in plain words what is true of this change.",
                        askedBy));
        };
    }

    private Stream<Finding> empty(String list) {
        return Stream.of(Finding.inFile(
                Code.FIELD_MISSING, contract.file(), list + " has no entry", Remedies.forField(list), everyone));
    }

    private Stream<Finding> missing(String field, Optional<Mark> mark, Set<Origin> askedBy) {
        return Stream.of(new Finding(
                Code.FIELD_MISSING,
                contract.file(),
                mark,
                field + (mark.isPresent() ? " is blank" : " is missing"),
                Remedies.forField(field),
                askedBy));
    }
}
