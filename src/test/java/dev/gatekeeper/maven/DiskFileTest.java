package dev.gatekeeper.maven;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.FileContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsAFileUpToTheLimit() throws IOException {
        DiskFile file = new DiskFile(Files.writeString(folder.resolve("file"), "four"));
        assertThat(file.name()).isEqualTo(folder.resolve("file").toString());
        assertThat(file.read(4).bytes())
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("four".getBytes(US_ASCII)));
        assertThat(file.read(3).flaw()).contains(FileContent.Flaw.TOO_LARGE);
        assertThat(file.read(3).bytes()).isEmpty();
    }

    @Test
    void tellsWhatIsNoFile() {
        assertThat(new DiskFile(folder).read(9).flaw()).contains(FileContent.Flaw.NOT_REGULAR);
        assertThat(new DiskFile(folder.resolve("none")).read(9).flaw()).contains(FileContent.Flaw.MISSING);
        assertThat(new DiskFile(folder.resolve("none")).read(9).problemOfNamed())
                .isEqualTo("is not a file");
    }
}
