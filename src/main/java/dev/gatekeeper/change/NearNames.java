package dev.gatekeeper.change;

import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Folding;
import dev.gatekeeper.text.NormalForm;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * What is nearly the name of a contract or of an approval: what people write who remember it, more or less.
 *
 * <p>Such a file is read as nothing. That it is one of these names keeps nobody from anything and lets nobody do anything; it is said, so
 * that its author can move it.
 */
final class NearNames {

    private static final List<String> FOLDERS = List.of(".gatekeeper", "gatekeeper");
    private static final List<String> CONTRACT_FOLDERS = List.of("contract", "contracts");
    private static final List<String> APPROVAL_FOLDERS = List.of("approval", "approvals");
    private static final List<String> OF_DATA = List.of(".yaml", ".yml", ".json");
    private static final List<String> OF_TEXT = List.of(".yaml", ".yml", ".json", ".txt");
    private static final List<String> OF_SIGNATURE = List.of(".sig", ".sig.txt");
    private static final List<String> ALL = List.of(".yaml", ".yml", ".json", ".txt", ".sig");

    private static final String IN_ID = "abcdefghijklmnopqrstuvwxyz0123456789._-";

    /** Leaves room for a number behind it. */
    private static final int LONGEST_ID = 90;

    private NearNames() {}

    /**
     * Whether {@code path} is nearly a contract's: its folders are, of {@code .gatekeeper/contracts/}, a few in their order, each in
     * whatever letter case and number, and below whatever other folder; its ending is nearly the right one.
     */
    static boolean isContract(RawPath path) {
        String[] parts = parts(path);
        if (parts.length < 2 || isSignature(parts)) {
            return false;
        }
        String name = parts[parts.length - 1];
        return parts.length == 2
                ? hasEnding(name, OF_DATA) && !Layout.isCalledPolicy(name)
                : CONTRACT_FOLDERS.contains(parts[1]) && (hasEnding(name, OF_TEXT) || hasNone(name));
    }

    /** Whether {@code path} is nearly an approval's: a signature anywhere of ours, or with another ending in nearly its folder. */
    static boolean isSignature(RawPath path) {
        return isSignature(parts(path));
    }

    private static boolean isSignature(String[] parts) {
        if (parts.length < 2) {
            return false;
        }
        String name = parts[parts.length - 1];
        return hasEnding(name, OF_SIGNATURE)
                || (parts.length > 2
                        && APPROVAL_FOLDERS.contains(parts[1])
                        && (hasEnding(name, OF_TEXT) || hasNone(name)));
    }

    /** The id that is nearest to {@code name}, a name with or without an ending, or {@code otherwise} where nothing of it can stand in one. */
    static String id(String name, String otherwise) {
        String stem = Folding.fold(name);
        for (String before = ""; !before.equals(stem); ) {
            before = stem;
            for (String ending : ALL) {
                stem = stem.endsWith(ending) ? stem.substring(0, stem.length() - ending.length()) : stem;
            }
        }
        StringBuilder id = new StringBuilder();
        String plain = NormalForm.of(stem, Normalizer.Form.NFKD);
        for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
            int codePoint = plain.codePointAt(i);
            if (!Characters.isMark(codePoint)) {
                id.append(IN_ID.indexOf(codePoint) >= 0 ? (char) codePoint : '-');
            }
        }
        String named = id.toString().replaceAll("-+", "-").replaceAll("^[^a-z0-9]+", "");
        named = named.substring(0, Math.min(LONGEST_ID, named.length())).replaceAll("-+$", "");
        return named.isEmpty() ? otherwise : named;
    }

    /** The folders of {@code path} that are none of ours, nor above ours; the outermost first. */
    static List<RawPath> otherFolders(RawPath path) {
        List<RawPath> others = new ArrayList<>();
        for (RawPath.Part part : path.parts().subList(0, path.parts().size() - 1)) {
            RawPath folder = new RawPath(part.name());
            String folded = Folding.fold(folder.text());
            if (FOLDERS.contains(folded)) {
                others.clear();
            } else if (!CONTRACT_FOLDERS.contains(folded) && !APPROVAL_FOLDERS.contains(folded)) {
                others.add(folder);
            }
        }
        return others;
    }

    /** Whether {@code path} lies in our folder, in whatever letter case or form. */
    static boolean isOurs(RawPath path) {
        String bytes = path.bytes();
        String folder = Layout.FOLDER.bytes() + "/";
        int slash = bytes.indexOf('/');
        return bytes.regionMatches(true, 0, folder, 0, folder.length())
                || (slash > 0
                        && !NormalForm.isAscii(bytes.substring(0, slash))
                        && Folding.fold(new RawPath(bytes.substring(0, slash)).text())
                                .equals(Layout.FOLDER.bytes()));
    }

    private static boolean hasEnding(String name, List<String> endings) {
        for (String ending : endings) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNone(String name) {
        return name.indexOf('.') < 0;
    }

    /**
     * The folded names on the way to {@code path} from our folder on; none where nothing is nearly ours, or can't be shown as it is.
     * Outside our folder what follows it has to stand at the root.
     */
    private static String[] parts(RawPath path) {
        if (!path.isUtf8() || !isShownAsItIs(path.text())) {
            return new String[0];
        }
        List<String> parts = List.of(Folding.fold(path.text()).split("/", -1));
        for (int i = 0; i < parts.size() - 1; i++) {
            if (FOLDERS.contains(parts.get(i))) {
                return parts.subList(i, parts.size()).toArray(new String[0]);
            }
        }
        boolean atRoot = parts.size() == 1
                || (parts.size() == 2 && CONTRACT_FOLDERS.contains(parts.get(0)))
                || (parts.size() <= 3 && APPROVAL_FOLDERS.contains(parts.get(0)));
        return atRoot ? (Layout.FOLDER.bytes() + "/" + String.join("/", parts)).split("/", -1) : new String[0];
    }

    /** Whether {@code path} may be nearly a contract's or an approval's outside our folder, by its ending; quick, since most aren't. */
    static boolean mayBeElsewhere(RawPath path) {
        for (String ending : ALL) {
            String bytes = path.bytes();
            if (bytes.regionMatches(true, bytes.length() - ending.length(), ending, 0, ending.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a report prints {@code text} unescaped, so that a command with it can be pasted. */
    private static boolean isShownAsItIs(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Characters.isUnclear(text.codePointAt(i))) {
                return false;
            }
        }
        return !text.contains("##") && !text.contains("    ") && text.indexOf('\\') < 0;
    }
}
