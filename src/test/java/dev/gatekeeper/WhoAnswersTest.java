package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.testing.GoldenCase;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Judgement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The verdict is computed from findings, and findings explain, so what explains nothing could let a change through. Here it is held against
 * a plain count of who answers for what, over random policies, authors and approvals.
 */
class WhoAnswersTest {

    private static final List<String> PEOPLE = List.of("Ann", "Bob", "Cat", "Dan");
    private static final List<String> FOLDERS = List.of("a", "b");

    @ParameterizedTest(name = "1000 changes, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aChangeGetsThroughWhereEnoughPeopleAnswerForAllThatIsEnforced(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int through = 0;
        int partly = 0;
        int reviewed = 0;
        for (int i = 0; i < 1000; i++) {
            Policy target = Policy.random(random);
            Policy organisation = Policy.random(random);
            Map<String, Set<String>> authors = authors(random);
            List<Answer> answers = answers(random);
            Set<String> reviewers = random.nextBoolean() ? Set.of() : some(PEOPLE, random);
            String text = "=== organisation\n" + organisation.text() + paths(authors) + contracts(answers)
                    + reviews(reviewers);

            Judgement judgement = Results.reached(GoldenCase.judge(text, target.text()));

            boolean enforced =
                    target.isMet(authors, answers, reviewers) && organisation.isMet(authors, answers, reviewers);
            assertThat(judgement.letsThrough())
                    .as("%s\n%s\n%s", target.text(), text, judgement.findings())
                    .isEqualTo(enforced);
            through += enforced ? 1 : 0;
            partly += enforced && !judgement.findings().isEmpty() ? 1 : 0;
            reviewed +=
                    enforced && judgement.approvals().stream().anyMatch(one -> one.proof() == Proof.REVIEWED) ? 1 : 0;
        }
        assertThat(through).as("let through").isBetween(100, 900);
        assertThat(partly).as("let through with a policy that only warns").isPositive();
        assertThat(reviewed).as("let through by a review").isPositive();
    }

    /**
     * A policy with a RED rule for each folder.
     *
     * @param approvers by folder, who may answer
     * @param approvals by folder, how many have to
     * @param reviewed the folders for which a name is not enough
     */
    private record Policy(
            Map<String, Set<String>> approvers,
            Map<String, Integer> approvals,
            Set<String> reviewed,
            boolean onlyWarns) {

        static Policy random(SplittableRandom random) {
            Map<String, Set<String>> approvers = new TreeMap<>();
            Map<String, Integer> approvals = new TreeMap<>();
            for (String folder : FOLDERS) {
                Set<String> some = some(PEOPLE, random);
                approvers.put(folder, some);
                approvals.put(folder, random.nextInt(1, Math.min(2, some.size()) + 1));
            }
            Set<String> reviewed = random.nextBoolean() ? Set.of() : some(FOLDERS, random);
            return new Policy(approvers, approvals, reviewed, random.nextInt(3) == 0);
        }

        String text() {
            StringBuilder text = new StringBuilder("version: 1\nrules:\n");
            StringBuilder groups = new StringBuilder("approvers:\n");
            approvers.forEach((folder, people) -> {
                text.append("  - {id: %s, level: RED, paths: [/%s/], approvers: [of-%s], approvals: %d, approval: %s}\n"
                        .formatted(
                                folder,
                                folder,
                                folder,
                                approvals.getOrDefault(folder, 0),
                                reviewed.contains(folder) ? "reviewed" : "named"));
                groups.append("  of-%s:\n".formatted(folder));
                people.forEach(name -> groups.append("    - {name: %s, logins: [%s]}\n".formatted(name, login(name))));
            });
            return text.append(groups)
                    .append(onlyWarns ? "warnUntil: 2026-12-31\n" : "")
                    .toString();
        }

        /** Whether it only warns, or enough of its people who wrote none of a path answer for it. */
        boolean isMet(Map<String, Set<String>> authors, List<Answer> answers, Set<String> reviewers) {
            boolean met = true;
            for (Map.Entry<String, Set<String>> path : authors.entrySet()) {
                Set<String> answered = new HashSet<>(reviewers);
                if (!reviewed.contains(path.getKey())) {
                    answers.stream().filter(Answer::isProven).map(Answer::name).forEach(answered::add);
                }
                Set<String> counted = new HashSet<>(approvers.getOrDefault(path.getKey(), Set.of()));
                counted.removeAll(path.getValue());
                counted.retainAll(answered);
                met &= counted.size() >= approvals.getOrDefault(path.getKey(), 0);
            }
            return met || onlyWarns;
        }
    }

    private static String login(String name) {
        return name.toLowerCase(Locale.ROOT) + "-at-work";
    }

    private static String reviews(Set<String> reviewers) {
        StringBuilder reviews = new StringBuilder("=== reviews\n");
        reviewers.forEach(name -> reviews.append(login(name)).append(" HEAD\n"));
        return reviews.toString();
    }

    /** What an escalation of a contract says. */
    private record Answer(String contract, String name, boolean isProven) {}

    private static Map<String, Set<String>> authors(SplittableRandom random) {
        Map<String, Set<String>> authors = new TreeMap<>();
        for (String folder : some(FOLDERS, random)) {
            List<String> everybody = new ArrayList<>(PEOPLE);
            everybody.add("Eve");
            authors.put(folder, some(everybody, random));
        }
        return authors;
    }

    private static List<Answer> answers(SplittableRandom random) {
        List<Answer> answers = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String name = random.nextInt(6) == 0 ? "Eve" : PEOPLE.get(random.nextInt(PEOPLE.size()));
            answers.add(new Answer(random.nextBoolean() ? "one" : "two", name, random.nextInt(5) > 0));
        }
        return answers;
    }

    /** One or more of {@code all}, few more often than many. */
    private static Set<String> some(List<String> all, SplittableRandom random) {
        Set<String> some = new HashSet<>(Set.of(all.get(random.nextInt(all.size()))));
        for (String one : all) {
            if (random.nextInt(4) == 0) {
                some.add(one);
            }
        }
        return some;
    }

    private static String paths(Map<String, Set<String>> authors) {
        StringBuilder paths = new StringBuilder("=== paths\n");
        StringBuilder commits = new StringBuilder("=== commits\n");
        authors.forEach((folder, people) -> {
            paths.append("M ").append(folder).append("/file\n");
            List<String> named = new ArrayList<>();
            people.forEach(name -> named.add(name + " <" + name + "@acme.example>"));
            commits.append(String.join(", ", named)).append(": ").append(folder).append("/file\n");
        });
        return paths.append(commits).toString();
    }

    private static String contracts(List<Answer> answers) {
        StringBuilder text = new StringBuilder();
        for (String id : List.of("one", "two")) {
            text.append("""
                    === contract %s
                    whatChanged: Tokens rotate on each use.
                    whyChanged: A stolen token stayed valid for 30 days.
                    riskLevel: RED
                    invariantsChecked: [the auth section was read]
                    tests: [{command: mvn -B verify, result: 412 tests passed}]
                    """.formatted(id));
            List<Answer> own = answers.stream()
                    .filter(answer -> answer.contract().equals(id))
                    .toList();
            if (!own.isEmpty()) {
                text.append("escalation:\n");
            }
            for (Answer answer : own) {
                text.append("  - approver: ").append(answer.name()).append('\n');
                text.append(answer.isProven() ? "    approvalEvidence: https://git.example/42\n" : "");
            }
        }
        return text.toString();
    }
}
