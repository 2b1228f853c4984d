package dev.gatekeeper.policy;

import dev.gatekeeper.git.GitPattern;
import dev.gatekeeper.text.Folding;
import dev.gatekeeper.text.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One glob of a rule, in the meaning of gitignore.
 *
 * <p>Whatever raises a level matches loosely, as written or folded, and everything below; whatever lowers it matches exactly. Which
 * of the two a pattern does, its rule knows.
 */
public final class PathPattern {

    private final String glob;
    private final TwoForms entry;
    private final List<TwoForms> folders;

    /**
     * @param glob as written in the policy, with the {@code !} of one that takes back
     * @throws IllegalArgumentException when the glob has a flaw, see {@link Glob#flaw}
     */
    public PathPattern(String glob) {
        Optional<String> flaw = Glob.flaw(glob);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException("'" + glob + "' " + flaw.get());
        }
        this.glob = glob;
        this.entry = TwoForms.of(Glob.plain(glob));
        this.folders = new ArrayList<>();
        for (String folder : Glob.folders(glob)) {
            folders.add(TwoForms.of(folder));
        }
    }

    /** The glob as written, with the {@code !} of one that takes back. */
    public String glob() {
        return glob;
    }

    /** The glob, without {@code !}, that a path is held against as it is written. */
    public String written() {
        return Glob.plain(glob);
    }

    /** The glob, without {@code !}, that a folded path is held against; empty where none comes out of folding. */
    public Optional<String> folded() {
        String folded = Glob.fold(written());
        return Glob.flaw(folded).isEmpty() ? Optional.of(folded) : Optional.empty();
    }

    /** Whether it takes back what an earlier pattern of its rule matched. */
    public boolean takesBack() {
        return glob.startsWith("!");
    }

    /** Whether even as one that lowers it speaks of all that lies below a folder. */
    public boolean reachesBelow() {
        return glob.endsWith("/") || glob.endsWith("/**");
    }

    /** Whether it matches the place itself, as written or folded. */
    boolean matchesLoosely(Place place) {
        return entry.matchesLoosely(place);
    }

    /** Whether it matches the place itself, as written. */
    boolean matchesExactly(Place place) {
        return entry.written.matches(place.text(), place.isFolder());
    }

    /** Whether a folder that the pattern leads through, or speaks of, would stand at the place, as written or folded. */
    boolean leadsThrough(Place place) {
        Place folder = place.asFolder();
        for (TwoForms form : folders) {
            if (form.matchesLoosely(folder)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathPattern pattern && glob.equals(pattern.glob);
    }

    @Override
    public int hashCode() {
        return glob.hashCode();
    }

    @Override
    public String toString() {
        return glob;
    }

    /**
     * A path in the two forms that patterns are held against.
     *
     * @param text as written
     * @param folded see {@link Folding}
     * @param isFolder whether a folder stands there
     * @param isAscii whether the path as written is plain ASCII
     */
    record Place(String text, String folded, boolean isFolder, boolean isAscii) {

        static Place file(String text) {
            return new Place(text, Folding.fold(text), false, NormalForm.isAscii(text));
        }

        Place asFolder() {
            return new Place(text, folded, true, isAscii);
        }
    }

    /**
     * A glob as written and, where that differs and still is a glob, folded.
     *
     * @param foldedCovers whether the folded form matches whatever the written one matches, among paths in ASCII
     */
    private record TwoForms(GitPattern written, List<GitPattern> folded, boolean foldedCovers) {

        static TwoForms of(String glob) {
            GitPattern written = GitPattern.of(glob).orElseThrow();
            String folded = Glob.fold(glob);
            if (folded.equals(glob)) {
                return new TwoForms(written, List.of(written), glob.indexOf('[') < 0);
            }
            Optional<GitPattern> form = Glob.flaw(folded).isEmpty() ? GitPattern.of(folded) : Optional.empty();
            return new TwoForms(written, form.isPresent() ? List.of(form.get()) : List.of(), false);
        }

        boolean matchesLoosely(Place place) {
            if (!folded.isEmpty() && folded.get(0).matches(place.folded(), place.isFolder())) {
                return true;
            }
            boolean settled = foldedCovers && place.isAscii();
            return !settled && written.matches(place.text(), place.isFolder());
        }
    }
}
