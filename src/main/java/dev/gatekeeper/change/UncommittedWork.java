package dev.gatekeeper.change;

import java.util.List;
import java.util.TreeMap;

/**
 * What a work tree holds that its {@code HEAD} does not, staged or not.
 *
 * @param overlay how it differs
 * @param unread what of it could not be read, each a sentence without its end; as it is, to be escaped
 */
public record UncommittedWork(Overlay overlay, List<String> unread) {

    /** What a commit holds that nothing has checked out. */
    public static final UncommittedWork NONE = none(List.of());

    /**
     * Nothing that is known.
     *
     * @param unread why
     */
    public static UncommittedWork none(List<String> unread) {
        return new UncommittedWork(new Overlay(new TreeMap<>(), Overlay.Contents.NONE), unread);
    }

    public UncommittedWork {
        unread = List.copyOf(unread);
    }
}
