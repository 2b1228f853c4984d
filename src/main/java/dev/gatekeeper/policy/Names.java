package dev.gatekeeper.policy;

import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Folding;
import dev.gatekeeper.text.NormalForm;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** When two names, or two emails, are the same: in NFC, without regard to case and runs of spaces, and nothing fuzzier. */
public final class Names {

    private static final Pattern TOOL =
            Pattern.compile("claude code|(github |microsoft )?copilot|(openai )?codex|cursor"
                    + "|devin( ai)?|(google )?gemini|(google )?jules|(openai )?chatgpt|ai|(the |an? )?(ai |coding )?agent"
                    + "|dependabot|renovate");

    private Names() {}

    static boolean sameName(String one, String other) {
        return normalName(one).equals(normalName(other));
    }

    /** As {@link #sameName}, but for runs of spaces. */
    static boolean sameEmail(String one, String other) {
        return normalEmail(one).equals(normalEmail(other));
    }

    /** Whether a name or an email says that it is no human's, in letters of whatever width. */
    public static boolean isBot(String text) {
        return Folding.lower(NormalForm.of(text, Normalizer.Form.NFKC)).contains("[bot]");
    }

    /** Whether {@code text} is a tool's name as a whole, with or without its maker's; a human may be called so whom a policy lists. */
    public static boolean isTool(String text) {
        String plain = Characters.withSingleSpaces(Folding.lower(NormalForm.of(text, Normalizer.Form.NFKC)));
        String name = Characters.trim(plain).replaceFirst("^@", "");
        return name.endsWith("-bot")
                || TOOL.matcher(name.replaceAll("[_-]", " ")).matches();
    }

    /** The form in which equal names are the same. */
    public static String normalName(String name) {
        // What strip takes for white space, the JDK decides.
        return lower(Characters.withSingleSpaces(name).trim());
    }

    /** As {@link #normalName}, but for runs of spaces. */
    public static String normalEmail(String email) {
        return lower(email);
    }

    /** Lower case only: by way of upper case a dotless i would become an i, and another's address one's own. */
    private static String lower(String text) {
        String composed = NormalForm.of(text, Normalizer.Form.NFC);
        return NormalForm.of(Folding.lower(composed), Normalizer.Form.NFC);
    }
}
