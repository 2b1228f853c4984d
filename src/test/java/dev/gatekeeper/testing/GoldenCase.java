package dev.gatekeeper.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.DirectJudge;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Request;
import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.verdict.Judgement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A judged change written down in one text of sections, each led by a line {@code === NAME}:
 *
 * <ul>
 *   <li>{@code policy}: the target's policy; without it, the one that the caller gives; {@code built-in} for none on the target;
 *   <li>{@code organisation}: the organisation's policy;
 *   <li>{@code contract ID}: a contract that the change adds;
 *   <li>{@code signature ID/NAME}: an approval that the change adds;
 *   <li>{@code file PATH}: a file at head, and at the merge base and on the target unless the change adds it;
 *   <li>{@code link PATH}: a symbolic link there, in all three;
 *   <li>{@code before PATH}: a file of the merge base, and of the target unless {@code target PATH} is another or empty; {@code after PATH}:
 *       a file of head, of those two if it has no {@code before PATH}; each is a changed path where they differ;
 *   <li>{@code paths}: a line per changed path, {@code A|M|D PATH}, with an octal mode after the letter where it is no plain file, and
 *       {@code landed} or {@code taken} before the letter where the target has the same or another entry there;
 *   <li>{@code twins}: a line per added path that folds like another of head, {@code PATH OTHER};
 *   <li>{@code commits}: a line per commit, {@code Name <email>, Other <email>: PATH PATH}, with {@code ~} before a path that head has
 *       otherwise than the commit left it; without it one author touches all paths;
 *   <li>{@code authors}: what CI says, a line each;
 *   <li>{@code reviews}: the reviews that it knows, a line {@code LOGIN HEAD}, {@code LOGIN EARLIER} or {@code LOGIN ELSEWHERE} each, the
 *       last one of a commit that isn't there;
 *   <li>{@code earlier paths}, {@code earlier contract ID}: the changed paths of a commit before, likewise, and its contracts; without one
 *       it has head's;
 *   <li>{@code squashed}: that the pipeline says so;
 *   <li>{@code today}: the day of the run;
 *   <li>{@code advisory}: the run is not isolated.
 * </ul>
 */
public final class GoldenCase {

    private static final String TARGET = "1".repeat(40);
    private static final String HEAD = "2".repeat(40);
    private static final String BASE = "3".repeat(40);
    private static final String EARLIER = "5".repeat(40);
    private static final String ELSEWHERE = "6".repeat(40);

    private final Map<String, String> sections = new TreeMap<>();
    private final MemorySnapshot base = new MemorySnapshot();
    private final MemorySnapshot target = new MemorySnapshot();
    private final MemorySnapshot head = new MemorySnapshot();
    private final MemorySnapshot earlier = new MemorySnapshot();

    private GoldenCase(String text, String policy) {
        String name = "about";
        sections.put("policy", policy);
        for (String line : text.lines().toList()) {
            if (line.startsWith("=== ")) {
                name = line.substring(4).strip();
                sections.put(name, "");
            } else {
                sections.merge(name, line + "\n", String::concat);
            }
        }
    }

    /** Judges the change that {@code text} writes down, by {@code policy} where it has none of its own. */
    public static Outcome<Judgement> judge(String text, String policy) {
        return new GoldenCase(text, policy).outcome();
    }

    private Outcome<Judgement> outcome() {
        List<ChangedPath> paths = new ArrayList<>();
        List.of("AI.md", "INVARIANTS.md", "CHANGE_POLICY.md").forEach(file -> everywhere(file, "Read me.\n"));
        section("policy")
                .filter(policy -> !policy.strip().equals("built-in"))
                .ifPresent(policy -> everywhere(Layout.POLICY.display(), policy));
        named("file ").forEach(this::everywhere);
        named("link ")
                .forEach((path, to) -> Stream.of(base, target, head, earlier)
                        .forEach(snapshot ->
                                snapshot.with(path, 0120000, to.strip().getBytes(UTF_8))));
        named("contract ").forEach((id, contract) -> paths.add(added(Layout.CONTRACTS + "/" + id + ".yaml", contract)));
        named("signature ").forEach((name, file) -> paths.add(added(Layout.APPROVALS + "/" + name + ".sig", file)));
        paths.addAll(written());
        lines("paths").forEach(line -> paths.add(changed(line)));
        paths.sort((one, other) -> one.path().compareTo(other.path()));
        Change change = new Change(BASE, paths, twins());
        Change before = new Change(BASE, earlierPaths(), Map.of());
        Revisions revisions =
                new Revisions(Optional.of("refs/heads/main"), Optional.of("refs/heads/main"), TARGET, HEAD);
        return DirectJudge.judge(
                request(),
                new MemorySource(
                        revisions,
                        Map.of(HEAD, change, EARLIER, before),
                        commits(paths),
                        Map.of(BASE, base, TARGET, target, HEAD, head, EARLIER, earlier)));
    }

    /** The changed paths of which the files are written down as they were and are. */
    private List<ChangedPath> written() {
        Map<String, String> before = named("before ");
        Map<String, String> onTarget = named("target ");
        Map<String, String> after = named("after ");
        before.forEach((path, text) -> {
            base.with(path, text);
            target.with(path, text);
        });
        onTarget.forEach((path, text) -> {
            if (text.isEmpty()) {
                target.without(path);
            } else {
                target.with(path, text);
            }
        });
        after.forEach((path, text) -> {
            if (text.startsWith("link ")) {
                head.with(path, 0120000, text.substring(5).strip().getBytes(UTF_8));
            } else {
                head.with(path, text);
            }
        });
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .map(RawPath::of)
                .filter(path -> !base.entry(path).equals(head.entry(path)))
                .map(path -> new ChangedPath(path, base.entry(path), head.entry(path), target.entry(path)))
                .toList();
    }

    private List<ChangedPath> earlierPaths() {
        List<ChangedPath> paths = new ArrayList<>();
        Map<String, String> contracts = named("earlier contract ");
        (contracts.isEmpty() ? named("contract ") : contracts).forEach((id, text) -> {
            RawPath path = Layout.contract(id);
            earlier.with(path.display(), text);
            paths.add(new ChangedPath(path, Entry.ABSENT, earlier.entry(path), Entry.ABSENT));
        });
        lines("earlier paths").forEach(line -> paths.add(changed(line)));
        paths.sort((one, other) -> one.path().compareTo(other.path()));
        return paths;
    }

    private List<String> reviews() {
        return lines("reviews").stream()
                .map(line -> line.replace(" HEAD", "@" + HEAD)
                        .replace(" EARLIER", "@" + EARLIER)
                        .replace(" ELSEWHERE", "@" + ELSEWHERE))
                .toList();
    }

    private Request request() {
        Instant now = Instant.parse(section("today").map(String::strip).orElse("2026-11-22") + "T12:00:00Z");
        Requests request = Requests.of(Path.of("repository"))
                .target("refs/heads/main")
                .repositoryName("acme/shop")
                .authors(lines("authors"))
                .reviews(reviews())
                .squashed(section("squashed").isPresent())
                .now(now);
        section("organisation").ifPresent(text -> request.orgPolicy(new MemoryFile("organisation.yaml", text)));
        section("advisory").ifPresent(text -> request.trust(false, "a test"));
        return request.request();
    }

    private ChangedPath added(String file, String content) {
        head.with(file, content);
        RawPath path = RawPath.of(file);
        return new ChangedPath(path, Entry.ABSENT, head.entry(path), Entry.ABSENT);
    }

    private ChangedPath changed(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        Optional<String> onTarget = words.get(0).length() > 1 ? Optional.of(words.remove(0)) : Optional.empty();
        String letter = words.remove(0);
        int mode =
                words.size() > 1 && words.get(0).matches("[0-7]{6}") ? Integer.parseInt(words.remove(0), 8) : 0100644;
        RawPath path = RawPath.of(String.join(" ", words));
        Entry before = letter.equals("A") ? Entry.ABSENT : new Entry(0100644, "a".repeat(40));
        Entry after = letter.equals("D") ? Entry.ABSENT : new Entry(mode, "b".repeat(40));
        if (letter.equals("A")) {
            base.without(path.display());
            target.without(path.display());
        } else if (letter.equals("D")) {
            head.without(path.display());
        }
        Entry held = head.entry(path);
        Entry then = letter.equals("D") || held.isAbsent() ? after : new Entry(mode, held.id());
        if (onTarget.equals(Optional.of("taken")) && target.entry(path).isAbsent()) {
            target.with(path.display(), "another\n");
        }
        Entry there = onTarget.map(word -> word.equals("landed") ? then : new Entry(0100644, "c".repeat(40)))
                .orElse(before);
        return new ChangedPath(path, before, then, there);
    }

    private List<Commit> commits(List<ChangedPath> paths) {
        Set<RawPath> all = paths.stream().map(ChangedPath::path).collect(Collectors.toSet());
        if (section("commits").isEmpty()) {
            return List.of(commit("Alex Author <alex@acme.example>", all, all));
        }
        return lines("commits").stream().map(GoldenCase::commit).toList();
    }

    private Map<RawPath, RawPath> twins() {
        Map<RawPath, RawPath> twins = new TreeMap<>();
        for (String line : lines("twins")) {
            int space = line.indexOf(' ');
            twins.put(RawPath.of(line.substring(0, space)), RawPath.of(line.substring(space + 1)));
        }
        return twins;
    }

    private static Commit commit(String line) {
        int colon = line.indexOf(": ");
        Set<RawPath> touched = new HashSet<>();
        Set<RawPath> made = new HashSet<>();
        for (String word : line.substring(colon + 2).split(" ", -1)) {
            RawPath path = RawPath.of(word.startsWith("~") ? word.substring(1) : word);
            touched.add(path);
            if (!word.startsWith("~")) {
                made.add(path);
            }
        }
        return commit(line.substring(0, colon), touched, made);
    }

    private static Commit commit(String people, Set<RawPath> touched, Set<RawPath> made) {
        String id = "4".repeat(40);
        List<Author> authors = new ArrayList<>();
        for (String person : people.split(", ", -1)) {
            int angle = person.indexOf('<');
            authors.add(new Author(
                    new Person(person.substring(0, angle).strip(), person.substring(angle + 1, person.length() - 1)),
                    authors.isEmpty() ? Author.Role.AUTHOR : Author.Role.CO_AUTHOR,
                    id));
        }
        return new Commit(id, authors, touched, made, touched.stream().allMatch(Layout::isContractOrApproval));
    }

    private void everywhere(String path, String content) {
        Stream.of(base, target, head, earlier).forEach(snapshot -> snapshot.with(path, content));
    }

    private Map<String, String> named(String prefix) {
        Map<String, String> named = new TreeMap<>();
        sections.forEach((name, content) -> {
            if (name.startsWith(prefix)) {
                named.put(name.substring(prefix.length()), content);
            }
        });
        return named;
    }

    private Optional<String> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    private List<String> lines(String name) {
        return section(name).orElse("").lines().filter(line -> !line.isBlank()).toList();
    }
}
