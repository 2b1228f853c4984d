#!/usr/bin/env bash
# Unicode (section 3.13, Final_Sigma) writes a capital sigma as a final one when a cased letter stands before
# it and none behind it, where only "case-ignorable" characters may lie between; a hyphen, a digit or an
# underscore is none. String.toLowerCase says that it follows Unicode's SpecialCasing. Expected: the JDK and
# ICU4J agree.
# Seen with JDK 17 and 25 beside ICU4J 79.1: the JDK looks as far as the word break rules take it, so the
# final sigma before a hyphen is lost, and one behind a hyphen is made.
. "$(dirname "$0")/common.sh"
jars com.ibm.icu:icu4j:79.1
java -version 2>&1 | head -1 | sed 's/^/version: /'

cat > Sigma.java <<'JAVA'
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

class Sigma {
    public static void main(String[] names) {
        show("word", "\u039f\u0394\u039f\u03a3");
        show("before-hyphen", "\u039f\u0394\u039f\u03a3-\u0391");
        show("behind-hyphen", "\u039f-\u03a3");
        show("before-digit", "\u039f\u03a31\u0391");
        show("before-underscore", "\u039f\u03a3_\u0391");
        show("before-colon", "\u039f\u03a3:\u0391");
    }

    static void show(String what, String text) {
        System.out.println(what + "=jdk " + sigma(text.toLowerCase(Locale.ROOT))
                + ", icu " + sigma(UCharacter.toLowerCase(ULocale.ROOT, text)));
    }

    static String sigma(String text) {
        return text.indexOf('\u03c2') >= 0 ? "final" : "medial";
    }
}
JAVA
run_java Sigma.java > output
expect 'a word alone'        'jdk final, icu final'   "$(field word)"
expect 'before a hyphen'     'jdk medial, icu final'  "$(field before-hyphen)"
expect 'behind a hyphen'     'jdk final, icu medial'  "$(field behind-hyphen)"
expect 'before a digit'      'jdk medial, icu final'  "$(field before-digit)"
expect 'before an underscore' 'jdk medial, icu final' "$(field before-underscore)"
expect 'before a colon'      'jdk final, icu medial'  "$(field before-colon)"
finish
