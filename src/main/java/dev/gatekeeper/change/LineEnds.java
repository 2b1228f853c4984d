package dev.gatekeeper.change;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** The ends of lines, which {@code .gitattributes} turns from CR LF into LF and back without anybody's meaning to change a file. */
final class LineEnds {

    /** The most bytes of a contract; an approval has fewer. */
    private static final int MOST = 256 * 1024;

    private LineEnds() {}

    /**
     * Whether nothing but CR before LF tells what {@code changed} leaves from what it found: the same mode, at most 256 KiB, and no other
     * CR, which may be part of a text.
     */
    static boolean alone(ChangedPath changed, Snapshot base, Snapshot head) {
        Entry before = changed.before();
        Entry after = changed.after();
        if (!before.isFile() || before.mode() != after.mode()) {
            return false;
        }
        Optional<String> found = withoutReturns(base, before);
        return found.isPresent() && found.equals(withoutReturns(head, after));
    }

    /** The content, a char a byte, with LF alone; empty where it is too large or holds a CR elsewhere. */
    private static Optional<String> withoutReturns(Snapshot snapshot, Entry file) {
        return snapshot.read(file, MOST)
                .map(bytes -> new String(bytes, ISO_8859_1).replace("\r\n", "\n"))
                .filter(text -> text.indexOf('\r') < 0);
    }
}
