package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.Person;
import dev.gatekeeper.text.Characters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The people that a commit names: author, committer and co-authors.
 *
 * <p>Nothing malformed hides them: what stands there is taken as it is, in UTF-8 and in the encoding that the commit declares.
 */
final class CommitPeople {

    private static final String CO_AUTHOR = "co-authored-by";

    /** What people put before a trailer in lists and quotations. */
    private static final String MARKS = ">*+\"'\u2022-";

    private static final Pattern ONE = Pattern.compile("(?s)(?!.* (?:and|&) )[^<>()\",;@]*<[^<>()\",;]*>? ?");
    private static final Pattern BETWEEN = Pattern.compile("[<>()\",;]| (?:and|&) ");
    private static final Pattern TIME = Pattern.compile(" -?[0-9]{1,20}( [-+]?[0-9]{1,6})?$");

    private final Set<Person> people = new LinkedHashSet<>();

    private CommitPeople() {}

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
     */
    static Set<Person> of(byte[] commit) {
        String bytes = new String(commit, ISO_8859_1);
        int end = bytes.indexOf("\n\n");
        List<String> header =
                List.of(bytes.substring(0, end < 0 ? bytes.length() : end).split("\n"));
        String message = end < 0 ? "" : bytes.substring(end + 2);
        CommitPeople authors = new CommitPeople();
        authors.read(header, message, Optional.empty());
        for (String line : header) {
            Optional<Charset> charset =
                    line.startsWith("encoding ") ? charset(line.substring("encoding ".length())) : Optional.empty();
            if (charset.isPresent()) {
                authors.read(header, message, charset);
            }
        }
        return authors.people;
    }

    private void read(List<String> header, String message, Optional<Charset> charset) {
        for (String line : header) {
            if (line.startsWith("author ") || line.startsWith("committer ")) {
                String ident = decode(line.substring(line.indexOf(' ') + 1), charset);
                add(ident.contains("<") ? ident : TIME.matcher(ident).replaceFirst(""));
            }
        }
        List<String> indented = decode(message, charset).lines().toList();
        List<String> lines = indented.stream().map(CommitPeople::withoutMarks).toList();
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> start = coAuthors(lines.get(i));
            if (start.isPresent()) {
                StringBuilder all = new StringBuilder(start.get());
                for (int next = i + 1; next < lines.size() && continues(indented.get(next), lines.get(next)); next++) {
                    all.append(' ').append(lines.get(next));
                }
                addAll(all.toString());
            }
        }
    }

    /** {@code line} from its first character on that a reader takes for a part of the text. */
    private static String withoutMarks(String line) {
        int start = 0;
        while (start < line.length() && isMark(line.codePointAt(start))) {
            start += Character.charCount(line.codePointAt(start));
        }
        return line.substring(start);
    }

    private static boolean isMark(int codePoint) {
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
    private void addAll(String trailer) {
        add(trailer);
        String spaced = Characters.withSingleSpaces(trailer);
        if (ONE.matcher(spaced).matches()) {
            return;
        }
        for (String part : BETWEEN.split(spaced, -1)) {
            StringBuilder name = new StringBuilder();
            for (String word : part.split(" ", -1)) {
                if (word.contains("@")) {
                    people.add(new Person("", word));
                } else if (!word.isEmpty()) {
                    name.append(name.isEmpty() ? "" : " ").append(word);
                }
            }
            if (!name.isEmpty()) {
                people.add(new Person(name.toString(), ""));
            }
        }
    }

    private void add(String ident) {
        int open = ident.indexOf('<');
        String name = bare(open < 0 ? ident : ident.substring(0, open));
        String email = "";
        if (open >= 0) {
            int close = ident.indexOf('>', open);
            email = bare(ident.substring(open + 1, close < 0 ? ident.length() : close));
        } else if (name.contains("@") && !name.contains(" ")) {
            email = name;
        }
        if (!name.isEmpty() || !email.isEmpty()) {
            people.add(new Person(name, email));
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

    /** Decodes {@code bytes} by {@code charset}, or else as UTF-8 where they are, and as Latin-1 where they are not. */
    private static String decode(String bytes, Optional<Charset> charset) {
        if (charset.isPresent()) {
            return new String(bytes.getBytes(ISO_8859_1), charset.get());
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name.trim()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
