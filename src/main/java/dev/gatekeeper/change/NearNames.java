package dev.gatekeeper.change;

import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Folding;
import dev.gatekeeper.text.NormalForm;
import java.text.Normalizer;
import java.util.List;

/**
 * What is nearly the name of a contract or of an approval: what people write who remember it, more or less.
 *
 * <p>Such a file is read as nothing. That it is one of these names keeps nobody from anything and lets nobody do anything; it is said, so
 * that its author can move it.
 */
final class NearNames {

    private static final String POLICIES = "policy";
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

    /** Whether {@code path} is nearly a contract's: in another letter case, in nearly its folder or one too high, with another ending. */
    static boolean isContract(RawPath path) {
        String[] parts = parts(path);
        if (parts.length < 2 || isSignature(parts)) {
            return false;
        }
        String name = parts[parts.length - 1];
        return parts.length == 2
                ? hasEnding(name, OF_DATA) && !name.startsWith(POLICIES)
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

    /** Whether {@code name} is, nearly, the folder of contracts or that of approvals. */
    static boolean isFolderOfOurs(RawPath name) {
        String folded = Folding.fold(name.text());
        return CONTRACT_FOLDERS.contains(folded) || APPROVAL_FOLDERS.contains(folded);
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

    /** The folded names on the way to {@code path}; none where it is not ours, or can't be shown as it is. */
    private static String[] parts(RawPath path) {
        return isOurs(path) && path.isUtf8() && isShownAsItIs(path.text())
                ? Folding.fold(path.text()).split("/", -1)
                : new String[0];
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
