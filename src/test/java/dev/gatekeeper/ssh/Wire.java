package dev.gatekeeper.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** A writer of SSH's values, honest or not. */
public final class Wire {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public Wire raw(byte... more) {
        bytes.writeBytes(more);
        return this;
    }

    public Wire uint32(long number) {
        return raw(ByteBuffer.allocate(4).putInt((int) number).array());
    }

    public Wire string(byte[] content) {
        return uint32(content.length).raw(content);
    }

    public Wire string(String content) {
        return string(content.getBytes(ISO_8859_1));
    }

    public Wire mpint(BigInteger number) {
        return string(number.signum() == 0 ? new byte[0] : number.toByteArray());
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
