package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.testing.NativeGit;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in commits, held against iconv, which git asks. */
class CommitEncodingTest {

    /** Of iconv's names every so many is tried; with 1, all of them. */
    private static final int STEP = Integer.getInteger("gatekeeper.iconvStep", 12);

    /** Where Java's table is another, or there is none; and what else people use. */
    private static final List<String> ALWAYS = List.of(
            "CP932",
            "SJIS",
            "EUC-JP",
            "SHIFT_JISX0213",
            "EUC-JISX0213",
            "ISO-2022-JP",
            "ISO-2022-JP-3",
            "CP949",
            "UHC",
            "EUC-KR",
            "ISO-2022-KR",
            "JOHAB",
            "GBK",
            "CP936",
            "GB2312",
            "GB18030",
            "BIG5",
            "CP950",
            "BIG5-HKSCS",
            "ISO-2022-CN",
            "MACINTOSH",
            "MAC-CYRILLIC",
            "ISO-8859-1",
            "ISO-8859-2",
            "ISO-8859-10",
            "ISO-8859-14",
            "ISO-8859-15",
            "CP1250",
            "CP1251",
            "CP1252",
            "KOI8-R",
            "KOI8-T",
            "CP874",
            "ISO646-FR",
            "ISO646-SE",
            "ST_SEV_358-88",
            "CP868",
            "VISCII",
            "TCVN",
            "LATIN1");

    private static final String NAMES = """
            author Ada <ada@x>
            Jos\u00e9 N\u00fa\u00f1ez
            S\u00f8ren \u00c5str\u00f6m
            \u0141ukasz \u017bi\u017cka
            \u015e\u00fckr\u00fc \u011eazi
            \u0418\u0440\u0438\u043d\u0430 \u0401\u0436
            \u0393\u03b9\u03ac\u03bd\u03bd\u03b7\u03c2
            \u05d0\u05d1\u05d9 \u05db\u05d4\u05df
            \u0645\u062d\u0645\u062f
            \u0e2a\u0e21\u0e0a\u0e32\u0e22
            \u5c71\u7530\u592a\u90ce \u3042\u30a2
            \u738b\u5c0f\u660e
            \u9673\u5927\u6587
            \uae40\ucca0\uc218
            \ub620\uac01 \uc465
            """;

    @TempDir
    Path folder;

    @Test
    void hidesNobodyWhomGitShows() throws IOException {
        assumeTrue(NativeGit.isThere() && File.separatorChar == '/', "no git, or no shell");
        NativeGit shell = new NativeGit(folder);
        Files.writeString(folder.resolve("names"), NAMES);
        List<String> encodings = new ArrayList<>(ALWAYS);
        List<String> all = List.of(shell.paste("iconv -l").split("\\s+"));
        assumeTrue(all.contains("UHC//"), "no iconv that lists its names so");
        for (int i = 0; i < all.size(); i += STEP) {
            encodings.add(all.get(i).replaceFirst("//.*", ""));
        }
        Files.write(folder.resolve("encodings"), encodings);
        shell.paste("n=0; while read -r e; do n=$((n+1));"
                + " { iconv -c -f UTF-8 -t \"$e\" names >$n.in && iconv -f \"$e\" -t UTF-8 $n.in >$n.out; } 2>/dev/null"
                + " || rm -f $n.out; done <encodings");
        int shown = 0;
        List<String> hidden = new ArrayList<>();
        for (int i = 0; i < encodings.size(); i++) {
            Path out = folder.resolve((i + 1) + ".out");
            if (Files.exists(out)) {
                shown += compare(
                        encodings.get(i),
                        new String(Files.readAllBytes(folder.resolve((i + 1) + ".in")), ISO_8859_1),
                        Files.readString(out, UTF_8),
                        hidden);
            }
        }
        assertThat(hidden).isEmpty();
        assertThat(shown).isGreaterThan(100);
    }

    /** How many names that are more than ASCII were shown. */
    private static int compare(String encoding, String bytes, String shown, List<String> hidden) {
        List<String> raw = List.of(bytes.split("\n"));
        List<String> names = List.of(shown.split("\n"));
        if (!bytes.startsWith("author Ada <ada@x>\n") || raw.size() != names.size()) {
            return 0;
        }
        int count = 0;
        for (int i = 1; i < names.size(); i++) {
            String name = names.get(i).strip();
            Optional<Set<Person>> people = people(encoding, raw.get(i));
            boolean substituted = name.chars().anyMatch(Character::isISOControl);
            if (!name.isEmpty() && !substituted && people.isPresent()) {
                if (people.get().stream().noneMatch(person -> person.name().equals(name))) {
                    hidden.add(encoding + ": " + name + " as " + people.get());
                }
                count += name.chars().allMatch(letter -> letter < 128) ? 0 : 1;
            }
        }
        return count;
    }

    /** An approver's name is read, or nothing is decided. */
    @ParameterizedTest
    @CsvSource({
        "MACINTOSH, x-MacRoman, Jos\u00e9 N",
        "cp949, x-windows-949, \ub620\uac01",
        "UHC, x-windows-949, \uae40\ucca0\uc218",
        "cp932, windows-31j, \u5c71\u7530",
        "iso-2022-jp, ISO-2022-JP, \u5c71\u7530",
        "CP65001, UTF-8, Jos\u00e9",
        "latin-1, ISO-8859-1, Jos\u00e9",
    })
    void readsWhatPeopleUse(String declared, String java, String name) {
        String raw = new String(name.getBytes(Charset.forName(java)), ISO_8859_1);
        assertThat(people(declared, raw).orElseThrow()).extracting(Person::name).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-14, Jos\u00e9", // Java has no such table
        "no such, Jos\u00e9",
        "UTF-8, Jos\u00e9", // the byte is E9
        "cp949, \u00ff\u00ff",
        "ISO646-FR, Jos{", // iconv reads an accent here
        "ISO646-SE2, Jos@",
        "UTF-7, Jos+AOk N", // \u00e9 behind a plus
        "UTF-7-IMAP, Jos&AOk- N",
    })
    void readsNothingThatMayBeAnotherName(String declared, String raw) {
        assertThat(people(declared, raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"no such, Jane Smith", "ISO-8859-14, Jane Smith", "cp949, Jane Smith"})
    void readsWhatIsTheSameInAny(String declared, String name) {
        assertThat(people(declared, name).orElseThrow())
                .extracting(Person::name)
                .contains(name);
    }

    /** The people of a commit by an author whose name has these bytes, one char each; empty where they can't be read. */
    private static Optional<Set<Person>> people(String encoding, String name) {
        String commit = "tree x\nauthor " + name + " <a@x> 1 +0000\nencoding " + encoding + "\n\nSubject\n";
        try {
            return Optional.of(CommitPeople.of("", commit.getBytes(ISO_8859_1)).stream()
                    .map(Author::person)
                    .collect(Collectors.toSet()));
        } catch (CommitPeople.UnreadableException e) {
            return Optional.empty();
        }
    }
}
