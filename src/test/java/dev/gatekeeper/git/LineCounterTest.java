package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.DiffStat;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LineCounterTest extends GitFixture {

    @Test
    void countsTheLinesOfATextAsGitDoes() {
        Entry three = file("a\nb\nc\n");
        assertThat(stat(three, file("a\nB\nc\nd\n"))).isEqualTo(new DiffStat.Lines(2, 1));
        assertThat(stat(Entry.ABSENT, three)).isEqualTo(new DiffStat.Lines(3, 0));
        assertThat(stat(three, Entry.ABSENT)).isEqualTo(new DiffStat.Lines(0, 3));
        assertThat(stat(three, new Entry(0100755, three.id()))).isEqualTo(new DiffStat.Lines(0, 0));
        assertThat(stat(file("a"), file("a\n"))).isEqualTo(new DiffStat.Lines(1, 1));
    }

    @Test
    void givesTheSizesOfWhatIsNoText() {
        assertThat(stat(file("a\0b"), file("abcd"))).isEqualTo(new DiffStat.Bytes(3, 4));
        assertThat(stat(Entry.ABSENT, file("\0"))).isEqualTo(new DiffStat.Bytes(0, 1));
        assertThat(stat(file("a"), file("x".repeat(1024 * 1024)))).isEqualTo(new DiffStat.Lines(1, 1));
        assertThat(stat(file("a"), file("x".repeat(1024 * 1024 + 1))))
                .isEqualTo(new DiffStat.Bytes(1, 1024 * 1024 + 1));
    }

    @Test
    void linksAndSubmodulesHaveOneLine() {
        Entry link = new Entry(0120000, history.object("blob", "there".getBytes(UTF_8)));
        Entry submodule = new Entry(0160000, "7".repeat(40));
        assertThat(stat(Entry.ABSENT, link)).isEqualTo(new DiffStat.Lines(1, 0));
        assertThat(stat(submodule, Entry.ABSENT)).isEqualTo(new DiffStat.Lines(0, 1));
        assertThat(stat(submodule, new Entry(0160000, "8".repeat(40)))).isEqualTo(new DiffStat.Lines(1, 1));
    }

    @Test
    @Timeout(20)
    void aTextMadeToBeSlowIsNot() {
        String one = IntStream.range(0, 250_000).mapToObj(i -> i % 3 + "\n").collect(Collectors.joining());
        String other = IntStream.range(0, 250_000).mapToObj(i -> i % 5 + "\n").collect(Collectors.joining());
        assertThat(stat(file(one), file(other))).isInstanceOf(DiffStat.Lines.class);
    }

    private Entry file(String text) {
        return new Entry(0100644, history.object("blob", text.getBytes(UTF_8)));
    }

    private DiffStat stat(Entry before, Entry after) {
        try (GitRepository repository = GitRepository.open(folder)) {
            return repository.stat(new ChangedPath(RawPath.of("a"), before, after, before));
        }
    }
}
