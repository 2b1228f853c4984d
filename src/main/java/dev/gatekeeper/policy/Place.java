package dev.gatekeeper.policy;

import dev.gatekeeper.text.Folding;
import dev.gatekeeper.text.NormalForm;

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
