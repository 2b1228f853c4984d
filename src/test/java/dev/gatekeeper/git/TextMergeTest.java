package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.testing.NativeGit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMergeTest extends GitFixture {

    private static final String BASE = "1\n2\n3\n4\n5\n";

    @Test
    void takesBothEdits() throws IOException {
        assertThat(gives(BASE, BASE.replace("1", "one"), BASE.replace("5", "five"), "one\n2\n3\n4\nfive\n"))
                .isTrue();
    }

    /** The whole point: whoever merges can slip a line of their own between what both sides have written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "one\n2\nevil\n3\n4\nfive\n",
                "one\n2\n3\n4\nfive",
                "one\n2\n3\n4\n5\n",
                "1\n2\n3\n4\nfive\n",
                "one\r\n2\n3\n4\nfive\n"
            })
    void takesNothingElse(String merged) throws IOException {
        assertThat(gives(BASE, BASE.replace("1", "one"), BASE.replace("5", "five"), merged))
                .isFalse();
    }

    @Test
    void takesNeitherSideOfAConflict() throws IOException {
        String ours = BASE.replace("3", "ours");
        String theirs = BASE.replace("3", "theirs");
        assertThat(gives(BASE, ours, theirs, ours)).isFalse();
        assertThat(gives(BASE, ours, theirs, theirs)).isFalse();
    }

    /** JGit by itself puts the one side's edit above the line that both have last, and the other's below: no conflict. */
    @Test
    void seesAConflictInTwoEditsThatCanMoveTogether() throws IOException {
        String base = "a\nb\na\nc\n";
        String ours = "c\na\nb\na\nc\na\nd\nc\n";
        String theirs = "a\na\nc\nc\n";
        assertThat(gives(base, ours, theirs, "c\na\na\nc\na\nd\nc\nc\n")).isFalse();
        if (NativeGit.isThere()) {
            Files.writeString(temp.resolve("base"), base);
            Files.writeString(temp.resolve("ours"), ours);
            Files.writeString(temp.resolve("theirs"), theirs);
            assertThat(new NativeGit(temp)
                            .run("", "merge-file", "-p", "ours", "base", "theirs")
                            .exit())
                    .as("conflicts to git")
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100644, 100755, 100644, 100755, true",
        "100644, 100644, 100755, 100755, true",
        "100644, 100755, 100755, 100755, true",
        "100755, 100644, 100755, 100644, true",
        "100644, 100755, 100644, 100644, false",
        "100644, 100644, 100644, 100755, false",
        "100644, 100664, 100644, 100644, true",
        "100644, 120000, 100644, 120000, false",
        "100644, 160000, 100644, 160000, false",
    })
    void mergesModes(String base, String one, String other, String merged, boolean gives) throws IOException {
        assertThat(gives(
                        entry(base, BASE),
                        entry(one, BASE.replace("1", "one")),
                        entry(other, BASE.replace("5", "five")),
                        entry(merged, "one\n2\n3\n4\nfive\n")))
                .isEqualTo(gives);
        // As well where only one side has changed the text.
        assertThat(gives(
                        entry(base, BASE),
                        entry(one, BASE),
                        entry(other, BASE.replace("5", "five")),
                        entry(merged, BASE.replace("5", "five"))))
                .isEqualTo(gives);
    }

    @Test
    void mergesNoBinaryAndNothingTooLong() throws IOException {
        for (String filling : new String[] {"\0\n", "x".repeat(1024 * 1024) + "\n"}) {
            assertThat(givesEditsAtBothEnds(BASE + filling)).isFalse();
        }
        assertThat(givesEditsAtBothEnds(BASE + "x\n".repeat(40_000) + "end\n")).isFalse();
        assertThat(givesEditsAtBothEnds(BASE + "x\n".repeat(39_990) + "end\n")).isTrue();
    }

    /** What both sides have left alone at both ends is no work, however much it is. */
    @Test
    void mergesLongTextsOfWhichLittleDiffers() throws IOException {
        String base = "a\n".repeat(50_000) + BASE + "b\n".repeat(50_000);
        assertThat(gives(
                        base,
                        base.replace("1", "one"),
                        base.replace("5", "five"),
                        base.replace("1", "one").replace("5", "five")))
                .isTrue();
    }

    /** One side has changed line 1 and the last one, "end", the other line 5. */
    private boolean givesEditsAtBothEnds(String base) throws IOException {
        return gives(
                base,
                base.replace("1", "one").replace("end", "ende"),
                base.replace("5", "five"),
                base.replace("1", "one").replace("5", "five").replace("end", "ende"));
    }

    @Test
    void boundsTheWorkOfAllFilesTogether() throws IOException {
        String base = BASE + "x\n".repeat(9_993) + "end\n";
        Entry[] entries = {
            entry("100644", base),
            entry("100644", base.replace("1", "one").replace("end", "ende")),
            entry("100644", base.replace("5", "five")),
            entry("100644", base.replace("1", "one").replace("5", "five").replace("end", "ende"))
        };
        try (FileRepository repository = new FileRepository(folder.toFile());
                ObjectReader reader = repository.newObjectReader()) {
            TextMerge merge = new TextMerge(reader);
            for (int i = 0; i < 20; i++) {
                assertThat(merge.gives(entries[0], entries[1], entries[2], entries[3]))
                        .isTrue();
            }
            assertThat(merge.gives(entries[0], entries[1], entries[2], entries[3]))
                    .isFalse();
        }
    }

    /** A text of one long line is no work for a merge, and takes its time all the same. */
    @Test
    void boundsWhatIsReadOfAllFilesTogether() throws IOException {
        String base = BASE + "x".repeat(1_000) + "\n";
        Entry[] entries = {
            entry("100644", base),
            entry("100644", base.replace("1", "one")),
            entry("100644", base.replace("5", "five")),
            entry("100644", base.replace("1", "one").replace("5", "five"))
        };
        try (FileRepository repository = new FileRepository(folder.toFile());
                ObjectReader reader = repository.newObjectReader()) {
            TextMerge merge = new TextMerge(reader, 5_000);
            assertThat(merge.gives(entries[0], entries[1], entries[2], entries[3]))
                    .isTrue();
            assertThat(merge.gives(entries[0], entries[1], entries[2], entries[3]))
                    .isTrue();
            assertThat(merge.gives(entries[0], entries[1], entries[2], entries[3]))
                    .isFalse();
        }
    }

    /** One side has written thousands of lines anew: that takes a second, and a branch may hold any number of merges of it. */
    @Test
    void givesUpOnTextsThatAreTooDearToCompare() throws IOException {
        String base = BASE + ("old\n".repeat(9) + "}\n").repeat(280);
        String other = BASE + ("new\n".repeat(9) + "}\n").repeat(280);
        assertThat(gives(base, base.replace("1", "one"), other, other.replace("1", "one")))
                .isFalse();
        base = BASE + ("old\n".repeat(9) + "}\n").repeat(70);
        other = BASE + ("new\n".repeat(9) + "}\n").repeat(70);
        assertThat(gives(base, base.replace("1", "one"), other, other.replace("1", "one")))
                .isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void agreesWithGit(long seed) throws IOException {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        NativeGit git = new NativeGit(temp);
        SplittableRandom random = new SplittableRandom(seed);
        int clean = 0;
        for (int i = 0; i < 100; i++) {
            List<String> base = new ArrayList<>();
            for (int line = random.nextInt(30); line >= 0; line--) {
                base.add("" + random.nextInt(12));
            }
            String[] texts = {text(base, random), text(edited(base, random), random), text(edited(base, random), random)
            };
            for (int text = 0; text < 3; text++) {
                Files.writeString(temp.resolve("text" + text), texts[text]);
            }
            NativeGit.Result result = git.run("", "merge-file", "-p", "text1", "text0", "text2");
            if (result.exit() == 0) {
                clean++;
                assertThat(gives(texts[0], texts[1], texts[2], result.out()))
                        .as("%s", List.of(texts))
                        .isTrue();
                assertThat(gives(texts[0], texts[1], texts[2], result.out() + "more\n"))
                        .isFalse();
            }
        }
        assertThat(clean).as("clean merges, so that the test tests something").isGreaterThan(20);
    }

    private static List<String> edited(List<String> base, SplittableRandom random) {
        List<String> lines = new ArrayList<>(base);
        for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
            int at = random.nextInt(lines.size() + 1);
            if (at < lines.size() && random.nextBoolean()) {
                lines.remove(at);
            } else {
                lines.add(at, "" + random.nextInt(12));
            }
        }
        return lines;
    }

    private static String text(List<String> lines, SplittableRandom random) {
        String text = String.join("\n", lines);
        return random.nextInt(8) == 0 ? text : text + "\n";
    }

    private boolean gives(String base, String one, String other, String merged) throws IOException {
        return gives(entry("100644", base), entry("100644", one), entry("100644", other), entry("100644", merged));
    }

    private boolean gives(Entry base, Entry one, Entry other, Entry merged) throws IOException {
        try (FileRepository repository = new FileRepository(folder.toFile());
                ObjectReader reader = repository.newObjectReader()) {
            return new TextMerge(reader).gives(base, one, other, merged);
        }
    }

    private Entry entry(String mode, String text) {
        return new Entry(Integer.parseInt(mode, 8), history.object("blob", text.getBytes(UTF_8)));
    }
}
