package dev.gatekeeper.approvals;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.policy.Names;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What git's {@code .mailmap} says of the people that commits name: who is meant by a name and an email.
 *
 * <p>A line is one of these, where the last email is the commits' and what stands before it is what to call them instead:
 *
 * <pre>
 *     Proper Name &lt;commit@email&gt;
 *     &lt;proper@email&gt; &lt;commit@email&gt;
 *     Proper Name &lt;proper@email&gt; &lt;commit@email&gt;
 *     Proper Name &lt;proper@email&gt; Commit Name &lt;commit@email&gt;
 * </pre>
 *
 * <p>It is read as git reads it (<a href="https://git-scm.com/docs/gitmailmap">gitmailmap</a>), whatever is malformed included, and names
 * and emails compare as everywhere here, see {@link Names}.
 */
public final class Mailmap {

    /** The most bytes that are read; the longest that are known are a tenth of it. */
    public static final int MAX_BYTES = 1 << 20;

    /** How far somebody is followed. Of a few thousand lines one can make a way of millions. */
    private static final int MOST_LINES = 50;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Optional<String> problem;
    private final Map<String, OfEmail> byEmail = new HashMap<>();

    /** What was found out already: each author is held against each approver. */
    private final Map<Person, List<Known>> known = new HashMap<>();

    private Mailmap(Optional<String> problem) {
        this.problem = problem;
    }

    /**
     * Somebody as a commit names them, or as whom the mailmap knows them.
     *
     * @param person who
     * @param name their name, to be compared
     * @param email their email, to be compared
     */
    record Known(Person person, Designation name, Designation email) {}

    /** What there is to be said of one email of commits: of whoever has it, and of those who have a name beside. */
    private static final class OfEmail {

        private Proper anybody = new Proper(Optional.empty(), Optional.empty());
        private final Map<String, Proper> byName = new HashMap<>();
    }

    /** What to call somebody instead, as far as there is something. */
    private record Proper(Optional<String> name, Optional<String> email) {

        Person of(Person person) {
            return new Person(name.orElse(person.name()), email.orElse(person.email()));
        }
    }

    /** A name and an email, and what follows them on the line. */
    private record Ident(Optional<String> name, String email, String rest) {}

    /** The file {@code .mailmap}; one that is missing, or can't be taken, says nothing. */
    public static Mailmap of(FileContent file) {
        boolean odd = file.flaw().isPresent() && file.flaw().get() != FileContent.Flaw.MISSING;
        Mailmap mailmap = new Mailmap(odd ? Optional.of(file.problem()) : Optional.empty());
        if (file.bytes().isPresent()) {
            for (String line : new String(file.bytes().get(), ISO_8859_1).split("\n", -1)) {
                mailmap.add(decoded(line));
            }
        }
        return mailmap;
    }

    /** The emails of commits that it says something of, as they are compared. */
    Set<String> emails() {
        return Collections.unmodifiableSet(byEmail.keySet());
    }

    /** Why it says nothing though it is there, in words that follow its name. */
    Optional<String> problem() {
        return problem;
    }

    /**
     * {@code person}, whom git calls so, then whoever git would show instead, and so on: what is said of a proper name counts for everybody
     * who has it by way of another line.
     */
    List<Known> known(Person person) {
        return known.computeIfAbsent(person, this::follow);
    }

    private List<Known> follow(Person person) {
        Set<Person> people = new LinkedHashSet<>();
        Person next = person;
        while (people.size() < MOST_LINES && people.add(next)) {
            next = proper(next);
        }
        List<Known> all = new ArrayList<>();
        for (Person one : people) {
            all.add(new Known(one, Designation.of(one.name()), Designation.of(one.email())));
        }
        return List.copyOf(all);
    }

    /** Whom git shows for {@code person}; themselves where it has nothing to say of them. */
    Person proper(Person person) {
        OfEmail said = byEmail.isEmpty() ? null : byEmail.get(Names.normalEmail(person.email()));
        if (said == null) {
            return person;
        }
        return said.byName
                .getOrDefault(Names.normalName(person.name()), said.anybody)
                .of(person);
    }

    private void add(String line) {
        Optional<Ident> first = line.startsWith("#") ? Optional.empty() : ident(line);
        if (first.isEmpty() || first.get().email().isEmpty()) {
            return;
        }
        Optional<Ident> second = ident(first.get().rest());
        String email = second.isPresent() ? second.get().email() : first.get().email();
        OfEmail said = byEmail.computeIfAbsent(Names.normalEmail(email), absent -> new OfEmail());
        Optional<String> name = first.get().name();
        Optional<String> proper = second.isPresent() ? Optional.of(first.get().email()) : Optional.empty();
        if (second.isPresent() && second.get().name().isPresent()) {
            said.byName.put(Names.normalName(second.get().name().get()), new Proper(name, proper));
        } else {
            said.anybody = new Proper(name.or(said.anybody::name), proper.or(said.anybody::email));
        }
    }

    private static Optional<Ident> ident(String text) {
        int open = text.indexOf('<');
        int close = text.indexOf('>', open + 1);
        if (open < 0 || close < 0) {
            return Optional.empty();
        }
        String name = trimmed(text.substring(0, open));
        return Optional.of(new Ident(
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                text.substring(open + 1, close),
                text.substring(close + 1)));
    }

    /** Without what git takes for white space at its ends. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char unit) {
        return unit == ' ' || unit == '\t' || unit == '\r';
    }

    /** UTF-8, or else Latin-1, which older tools wrote. */
    private static String decoded(String bytes) {
        try {
            String text = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }
}
