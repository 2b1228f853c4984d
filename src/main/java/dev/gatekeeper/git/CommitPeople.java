package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.Author.Role;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.text.Characters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The people that a commit names: author, committer and co-authors.
 *
 * <p>Nothing malformed hides them: what stands there is taken as it is, in UTF-8 and in the encoding that the commit declares. Bytes
 * that make sense in both give the people of both: an encoding of seven bits, such as ISO-2022-JP, is UTF-8 as well.
 */
final class CommitPeople {

    private static final String CO_AUTHOR = "co-authored-by";

    /** What people put before a trailer in lists and quotations. */
    private static final String MARKS = ">*+\"'\u2022-";

    private static final Pattern ONE = Pattern.compile("(?s)(?!.* (?:and|&) )[^<>()\",;@]*<[^<>()\",;]*>? ?");
    private static final Pattern BETWEEN = Pattern.compile("[<>()\",;]| (?:and|&) ");
    private static final Pattern TIME = Pattern.compile(" -?[0-9]{1,20}( [-+]?[0-9]{1,6})?$");

    /** What stands for another letter in some encoding that otherwise is ASCII, and the bytes that shift between tables. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[#$&+@\\[\\\\\\]^`{|}~\u000e\u000f\u001b]");

    private final List<String> encodings;
    private final Map<Person, Role> people = new LinkedHashMap<>();

    private CommitPeople(List<String> encodings) {
        this.encodings = encodings;
    }

    /** What a commit holds can be read neither in the encoding that it declares nor in UTF-8. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1;

        private final String encoding;

        UnreadableException(String encoding) {
            super(encoding);
            this.encoding = encoding;
        }

        /** The encoding that the commit declares. */
        String encoding() {
            return encoding;
        }
    }

    /**
     * A text of the commit, decoded in one way.
     *
     * @param unread the declared encoding in which it can't be decoded, which git may decode it in all the same
     */
    private record Reading(String text, Optional<String> unread) {}

    /**
     * Reads the people from the bytes of a commit. Of this one they are Ada, Bo, Carol, and Jane by her name and by her email:
     *
     * <pre>
     *     author Ada &lt;ada@acme.example&gt; 1700000000 +0000
     *     committer Bo &lt;bo@acme.example&gt; 1700000000 +0000
     *
     *     Rotate tokens
     *
     *     Co-authored-by: Carol and Jane Smith &lt;jane@acme.example&gt;
     * </pre>
     *
     * The last line is also taken as a whole, for one person called "Carol and Jane Smith": where a line can be read in several ways,
     * each gives its people. So somebody too many may count as an author, and nobody too few.
     *
     * @param id the commit's full id
     * @param commit its bytes
     * @throws UnreadableException when a text is neither in the encoding that the commit declares nor UTF-8
     */
    static List<Author> of(String id, byte[] commit) throws UnreadableException {
        String bytes = new String(commit, ISO_8859_1);
        int end = bytes.indexOf("\n\n");
        List<String> header =
                List.of(bytes.substring(0, end < 0 ? bytes.length() : end).split("\n"));
        String message = end < 0 ? "" : bytes.substring(end + 2);
        List<String> encodings = new ArrayList<>();
        for (String line : header) {
            if (line.startsWith("encoding ")) {
                encodings.add(line.substring("encoding ".length()).trim());
            }
        }
        CommitPeople authors = new CommitPeople(encodings);
        for (String line : header) {
            if (line.startsWith("author ") || line.startsWith("committer ")) {
                Role role = line.startsWith("a") ? Role.AUTHOR : Role.COMMITTER;
                for (Reading reading : authors.readings(line.substring(line.indexOf(' ') + 1))) {
                    authors.ident(role, reading);
                }
            }
        }
        // The trailer is ASCII, and so are its bytes unless the commit declares an encoding in which they may be
        // others.
        if (!encodings.isEmpty() || message.toLowerCase(Locale.ROOT).contains(CO_AUTHOR)) {
            for (Reading reading : authors.readings(message)) {
                authors.message(reading);
            }
        }
        List<Author> named = new ArrayList<>();
        for (Map.Entry<Person, Role> person : authors.people.entrySet()) {
            named.add(new Author(person.getKey(), person.getValue(), id));
        }
        return named;
    }

    private void ident(Role role, Reading reading) throws UnreadableException {
        String ident = reading.text();
        add(role, ident.contains("<") ? ident : TIME.matcher(ident).replaceFirst(""), reading.unread());
    }

    private void message(Reading reading) throws UnreadableException {
        List<String> indented = reading.text().lines().toList();
        List<String> lines = indented.stream().map(CommitPeople::withoutMarks).toList();
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> start = coAuthors(lines.get(i));
            if (start.isPresent()) {
                StringBuilder all = new StringBuilder(start.get());
                for (int next = i + 1; next < lines.size() && continues(indented.get(next), lines.get(next)); next++) {
                    all.append(' ').append(lines.get(next));
                }
                addAll(all.toString(), reading.unread());
            }
        }
    }

    /** {@code line} from its first character on that a reader takes for a part of the text. */
    private static String withoutMarks(String line) {
        int start = 0;
        while (start < line.length() && precedesText(line.codePointAt(start))) {
            start += Character.charCount(line.codePointAt(start));
        }
        return line.substring(start);
    }

    private static boolean precedesText(int codePoint) {
        return MARKS.indexOf(codePoint) >= 0 || Characters.isWhiteSpace(codePoint) || Characters.isInvisible(codePoint);
    }

    /** What stands behind the colon of a trailer that names co-authors. */
    private static Optional<String> coAuthors(String line) {
        if (!line.regionMatches(true, 0, CO_AUTHOR, 0, CO_AUTHOR.length())) {
            return Optional.empty();
        }
        String rest = bare(line.substring(CO_AUTHOR.length()));
        return rest.startsWith(":") ? Optional.of(rest.substring(1)) : Optional.empty();
    }

    /** As git unfolds a trailer: a line that is indented belongs to the one above. */
    private static boolean continues(String indented, String line) {
        return !line.isEmpty()
                && Characters.isWhiteSpace(indented.charAt(0))
                && coAuthors(line).isEmpty();
    }

    /** People write several into one trailer, and leave out what would tell them apart; each part stands for somebody. */
    private void addAll(String trailer, Optional<String> unread) throws UnreadableException {
        add(Role.CO_AUTHOR, trailer, unread);
        String spaced = Characters.withSingleSpaces(trailer);
        if (ONE.matcher(spaced).matches()) {
            return;
        }
        for (String part : BETWEEN.split(spaced, -1)) {
            StringBuilder name = new StringBuilder();
            for (String word : part.split(" ", -1)) {
                if (word.contains("@")) {
                    people.putIfAbsent(new Person("", word), Role.CO_AUTHOR);
                } else if (!word.isEmpty()) {
                    name.append(name.isEmpty() ? "" : " ").append(word);
                }
            }
            if (!name.isEmpty()) {
                people.putIfAbsent(new Person(name.toString(), ""), Role.CO_AUTHOR);
            }
        }
    }

    private void add(Role role, String ident, Optional<String> unread) throws UnreadableException {
        int open = ident.indexOf('<');
        String name = bare(open < 0 ? ident : ident.substring(0, open));
        if (unread.isPresent() && AMBIGUOUS.matcher(name).find()) {
            throw new UnreadableException(unread.get());
        }
        String email = "";
        if (open >= 0) {
            int close = ident.indexOf('>', open);
            email = bare(ident.substring(open + 1, close < 0 ? ident.length() : close));
        } else if (name.contains("@") && !name.contains(" ")) {
            email = name;
        }
        if (!name.isEmpty() || !email.isEmpty()) {
            people.putIfAbsent(new Person(name, email), role);
        }
    }

    /** {@code text} without the white space and the control characters at its ends. */
    private static String bare(String text) {
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
        return Characters.isWhiteSpace(unit) || Characters.isControl(unit);
    }

    /**
     * What {@code bytes} can mean. Without a declared encoding that is UTF-8, or else Latin-1, which older tools wrote; git shows such a
     * text as it is.
     */
    private List<Reading> readings(String bytes) throws UnreadableException {
        Optional<String> utf8 = decode(bytes, UTF_8);
        if (encodings.isEmpty()) {
            return List.of(new Reading(utf8.orElse(bytes), Optional.empty()));
        }
        List<Reading> readings = new ArrayList<>();
        Optional<String> unread = Optional.empty();
        for (String encoding : encodings) {
            Optional<Charset> charset = CommitEncoding.of(encoding);
            Optional<String> text = charset.isPresent() ? decode(bytes, charset.get()) : Optional.empty();
            if (text.isPresent()) {
                readings.add(new Reading(text.get(), Optional.empty()));
            } else {
                unread = Optional.of(encoding);
            }
        }
        if (utf8.isPresent()) {
            readings.add(new Reading(utf8.get(), unread));
        }
        if (readings.isEmpty()) {
            throw new UnreadableException(encodings.get(0));
        }
        return readings;
    }

    private static Optional<String> decode(String bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
