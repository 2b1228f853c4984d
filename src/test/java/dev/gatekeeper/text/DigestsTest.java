package dev.gatekeeper.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestsTest {

    /** As {@code git hash-object --stdin} prints them. */
    @Test
    void isWhatGitCallsTheContent() {
        assertThat(Digests.blobId(new byte[0])).isEqualTo("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assertThat(Digests.blobId("hello\n".getBytes(UTF_8))).isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
    }

    /** As {@code printf abc | sha256sum} prints it. */
    @Test
    void hashesAsOthersDo() {
        assertThat(Digests.sha256("abc".getBytes(UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
