package dev.gatekeeper.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlobIdTest {

    /** As {@code git hash-object --stdin} prints them. */
    @Test
    void isWhatGitCallsTheContent() {
        assertThat(BlobId.of(new byte[0])).isEqualTo("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assertThat(BlobId.of("hello\n".getBytes(UTF_8))).isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
    }
}
