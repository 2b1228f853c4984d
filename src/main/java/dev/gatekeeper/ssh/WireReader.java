package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A strict reader of the values that SSH writes one after the other (RFC 4251, section 5). */
final class WireReader {

    private final String what;
    private final ByteBuffer rest;

    /** @param what the thing that is read, for messages */
    WireReader(String what, byte[] bytes) {
        this.what = what;
        this.rest = ByteBuffer.wrap(bytes);
    }

    /** The next {@code count} bytes, as they are. */
    byte[] raw(int count) throws MalformedException {
        require(count <= rest.remaining(), what + " ends too early");
        byte[] bytes = new byte[count];
        rest.get(bytes);
        return bytes;
    }

    /** An unsigned number of four bytes. */
    long uint32() throws MalformedException {
        return Integer.toUnsignedLong(ByteBuffer.wrap(raw(4)).getInt());
    }

    /** Bytes that follow their count. */
    byte[] string() throws MalformedException {
        long count = uint32();
        require(count <= rest.remaining(), what + " ends too early");
        return raw((int) count);
    }

    /** As {@link #string()}, one char (0 to 255) a byte. */
    String text() throws MalformedException {
        return new String(string(), ISO_8859_1);
    }

    /** A number that is not negative, in as few bytes as there are. */
    BigInteger mpint() throws MalformedException {
        byte[] bytes = string();
        BigInteger number = new BigInteger(1, bytes);
        byte[] fewest = number.signum() == 0 ? new byte[0] : number.toByteArray();
        require(
                Arrays.equals(bytes, fewest),
                what + " holds a number that is negative or has more bytes than it needs");
        return number;
    }

    /** Checks that nothing is left. */
    void end() throws MalformedException {
        require(!rest.hasRemaining(), what + " has bytes too many: " + rest.remaining());
    }
}
