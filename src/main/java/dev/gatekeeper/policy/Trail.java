package dev.gatekeeper.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The folders above the path at hand, each with the patterns that match it or a folder above it.
 *
 * <p>Paths come in order, so neighbours share most folders, and a folder is held against each pattern once.
 */
final class Trail {

    private final List<Slot> slots;
    private final List<Folder> folders = new ArrayList<>();

    Trail(List<Slot> slots) {
        this.slots = List.copyOf(slots);
        folders.add(new Folder("", new BitSet()));
    }

    /** The slots, by number, that match a folder above {@code path} and spread to what lies below. */
    BitSet above(String path) {
        int known = 1;
        while (known < folders.size() && path.startsWith(folders.get(known).prefix())) {
            known++;
        }
        folders.subList(known, folders.size()).clear();
        Folder last = folders.get(known - 1);
        for (int slash = path.indexOf('/', last.prefix().length()); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            last = below(last, path.substring(0, slash + 1));
            folders.add(last);
        }
        return last.matching();
    }

    private Folder below(Folder parent, String prefix) {
        Place place = Place.file(prefix.substring(0, prefix.length() - 1)).asFolder();
        BitSet matching = (BitSet) parent.matching().clone();
        for (int number = matching.nextClearBit(0); number < slots.size(); number = matching.nextClearBit(number + 1)) {
            Slot slot = slots.get(number);
            if (slot.spreads() && slot.matches(place)) {
                matching.set(number);
            }
        }
        return new Folder(prefix, matching);
    }

    /** A folder: its path with a slash at the end, and the slots that match it or one above. */
    private record Folder(String prefix, BitSet matching) {}
}
