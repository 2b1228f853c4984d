package dev.gatekeeper.text;

import java.util.regex.Pattern;

/** What anybody can open in a browser and every page can show as a link: an http(s) address of characters that mean nothing elsewhere. */
public final class WebAddress {

    private static final Pattern FORM =
            Pattern.compile("(?i:https?)://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?([/?#][A-Za-z0-9._~:/?#@&=+,;%-]*)?");

    private WebAddress() {}

    /** Whether {@code text} is one such address, and nothing else. */
    public static boolean is(String text) {
        return FORM.matcher(text).matches();
    }
}
