package dev.gatekeeper.approval;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** A writer of SSH's values, honest or not. */
final class Wire {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Wire raw(byte... more) {
        bytes.writeBytes(more);
        return this;
    }

    Wire uint32(long number) {
        return raw(ByteBuffer.allocate(4).putInt((int) number).array());
    }

    Wire string(byte[] content) {
        return uint32(content.length).raw(content);
    }

    Wire string(String content) {
        return string(content.getBytes(ISO_8859_1));
    }

    Wire mpint(BigInteger number) {
        return string(number.signum() == 0 ? new byte[0] : number.toByteArray());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
