package dev.gatekeeper.change;

import java.util.Locale;

/**
 * What a tree holds at a path: mode and object, as {@code git diff --raw} shows them.
 *
 * @param mode git's file mode, such as 0100644; 0 where the tree holds nothing
 * @param id the object's id, 40 lower-case hex digits; all zeros where the tree holds nothing
 */
public record Entry(int mode, String id) {

    /** Nothing at the path, in git's own notation. */
    public static final Entry ABSENT = new Entry(0, "0".repeat(40));

    private static final int TYPE = 0170000;

    public boolean isAbsent() {
        return mode == 0;
    }

    /** A regular file, executable or not, whatever its permission bits. */
    public boolean isFile() {
        return (mode & TYPE) == 0100000;
    }

    public boolean isSymbolicLink() {
        return (mode & TYPE) == 0120000;
    }

    public boolean isSubmodule() {
        return (mode & TYPE) == 0160000;
    }

    public boolean isFolder() {
        return (mode & TYPE) == 0040000;
    }

    /** As a record's own, which is linked by method handles: that costs a build tens of milliseconds at the first entry. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && mode == entry.mode && id.equals(entry.id);
    }

    @Override
    public int hashCode() {
        return 31 * mode + id.hashCode();
    }

    /** The mode as git prints it: six octal digits. */
    public String octalMode() {
        return String.format(Locale.ROOT, "%06o", mode);
    }
}
