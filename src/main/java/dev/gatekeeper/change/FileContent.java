package dev.gatekeeper.change;

import java.util.Optional;

/** What came of reading a file, of a tree or of the disk, up to a limit: its bytes, or what is the matter with it. */
public final class FileContent {

    /** Why a file has no bytes to be looked at. */
    public enum Flaw {
        MISSING,
        NOT_REGULAR,
        TOO_LARGE,
        UNREADABLE
    }

    private final Optional<byte[]> bytes;
    private final Optional<Flaw> flaw;
    private final int limit;

    private FileContent(Optional<byte[]> bytes, Optional<Flaw> flaw, int limit) {
        this.bytes = bytes;
        this.flaw = flaw;
        this.limit = limit;
    }

    /** A file that was read. */
    public static FileContent of(byte[] bytes) {
        return new FileContent(Optional.of(bytes), Optional.empty(), bytes.length);
    }

    /**
     * A file that was not.
     *
     * @param limit the most bytes that were allowed
     */
    public static FileContent none(Flaw flaw, int limit) {
        return new FileContent(Optional.empty(), Optional.of(flaw), limit);
    }

    /** The bytes; empty exactly where there is a {@link #flaw}. */
    public Optional<byte[]> bytes() {
        return bytes;
    }

    public Optional<Flaw> flaw() {
        return flaw;
    }

    /** As {@link #problem}, for a file that somebody has named: {@code is not a file}, whether something else lies there or nothing. */
    public String problemOfNamed() {
        boolean none = flaw.equals(Optional.of(Flaw.MISSING)) || flaw.equals(Optional.of(Flaw.NOT_REGULAR));
        return none ? "is not a file" : problem();
    }

    /**
     * What is the matter, in words that follow the file's name: {@code is missing}, {@code is not a regular file},
     * {@code is larger than 256 KiB} or {@code can't be read}.
     *
     * @throws java.util.NoSuchElementException when nothing is
     */
    public String problem() {
        return switch (flaw.orElseThrow()) {
            case MISSING -> "is missing";
            case NOT_REGULAR -> "is not a regular file";
            case TOO_LARGE -> "is larger than " + limit / 1024 + " KiB";
            case UNREADABLE -> "can't be read";
        };
    }
}
