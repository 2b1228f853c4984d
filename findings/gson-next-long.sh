#!/usr/bin/env bash
# JsonReader.nextLong promises a NumberFormatException for a number that no long holds exactly. Expected: 2^63
# (one more than a long holds), and a long number with an exponent, are refused or read exactly.
# Seen with Gson 2.15.0, even with Strictness.STRICT: a number that isn't plain digits of a long goes by way
# of a double. 2^63 comes back as 2^63-1, and 1000000000000000001e0 loses its last digit, both without an
# error.
. "$(dirname "$0")/common.sh"
jars com.google.code.gson:gson:2.15.0

cat > Longs.java <<'JAVA'
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;

class Longs {
    public static void main(String[] numbers) throws Exception {
        show("most", "9223372036854775807");
        show("one-more", "9223372036854775808");
        show("far-more", "9223372036854777856");
        show("exponent", "1000000000000000001e0");
        show("point", "9007199254740993.0");
    }

    static void show(String what, String number) throws Exception {
        JsonReader reader = new JsonReader(new StringReader(number));
        reader.setStrictness(Strictness.STRICT);
        String seen;
        try {
            seen = String.valueOf(reader.nextLong());
        } catch (NumberFormatException refused) {
            seen = "refused";
        }
        System.out.println(what + "=" + seen);
    }
}
JAVA
run_java Longs.java > output
expect '2^63 - 1'              9223372036854775807 "$(field most)"
expect '2^63'                  9223372036854775807 "$(field one-more)"
expect '2^63 + 2048'           refused             "$(field far-more)"
expect '1000000000000000001e0' 1000000000000000000 "$(field exponent)"
expect '9007199254740993.0'    9007199254740992    "$(field point)"
finish
