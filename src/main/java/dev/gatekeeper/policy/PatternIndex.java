package dev.gatekeeper.policy;

import dev.gatekeeper.git.GitPattern;
import dev.gatekeeper.policy.PathPattern.Place;
import java.util.BitSet;

/**
 * Tells which of many patterns may match a place, by a text that whatever a pattern matches has to hold: for {@code *.secret} the name
 * {@code .secret}, for {@code /src/auth/*} a folder {@code auth}.
 *
 * <p>A policy has hundreds of patterns and a change a hundred thousand paths; held against each other one by one they took most of a run.
 */
final class PatternIndex {

    /** Those that are held against a path as written, or folded. */
    private record Texts(TextTree names, TextTree folders) {}

    private final Texts written = new Texts(new TextTree(), new TextTree());
    private final Texts folded = new Texts(new TextTree(), new TextTree());
    private final BitSet anywhere = new BitSet();

    /** Takes in a pattern; {@code loosely} is whether it is also held against folded paths. */
    void add(int number, PathPattern pattern, boolean loosely) {
        add(number, pattern.written(), written);
        if (loosely) {
            if (pattern.folded().isPresent()) {
                add(number, pattern.folded().get(), folded);
            }
        }
    }

    private void add(int number, String glob, Texts texts) {
        String entry = glob.endsWith("/") ? glob.substring(0, glob.length() - 1) : glob;
        int slash = entry.lastIndexOf('/');
        String name = GitPattern.literal(entry.substring(slash + 1));
        String folder = slash < 0 ? "" : GitPattern.literal(entry.substring(0, slash));
        if (!name.isEmpty()) {
            texts.names.add(name, number);
        } else if (!folder.isEmpty()) {
            texts.folders.add(folder, number);
        } else {
            anywhere.set(number);
        }
    }

    /** The patterns that hold no text, and so may match any place. */
    BitSet anywhere() {
        return (BitSet) anywhere.clone();
    }

    /** Sets those that may match {@code place} for its own name. */
    void addByName(Place place, BitSet numbers) {
        written.names.find(place.text(), place.text().lastIndexOf('/') + 1, numbers);
        folded.names.find(place.folded(), place.folded().lastIndexOf('/') + 1, numbers);
    }

    /** Sets those that may match {@code place}, or one below it, for the part of its path that begins at {@code from}. */
    void addByFolder(Place place, int from, BitSet numbers) {
        written.folders.find(place.text(), from, numbers);
        folded.folders.find(place.folded(), from, numbers);
    }
}
