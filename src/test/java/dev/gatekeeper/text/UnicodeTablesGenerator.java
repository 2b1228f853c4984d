package dev.gatekeeper.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.VersionInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Writes the source of {@link UnicodeTables} from the data that ICU4J carries. */
final class UnicodeTablesGenerator {

    /** Of JDK 17, the oldest that Gatekeeper runs on; later ones know more. */
    private static final VersionInfo KNOWN_TO_EVERY_JDK = VersionInfo.getInstance(13);

    private static final String BLANK_SYMBOLS = "\u2800\uFFFC\uD834\uDD59\uD81B\uDFE4";

    private static final int WIDTH = 116;

    private final StringBuilder source = new StringBuilder();

    private UnicodeTablesGenerator() {}

    static String version() {
        VersionInfo version = UCharacter.getUnicodeVersion();
        return version.getMajor() + "." + version.getMinor();
    }

    static String source() {
        UnicodeTablesGenerator generator = new UnicodeTablesGenerator();
        generator.line("package dev.gatekeeper.text;");
        generator.line("");
        generator.line(
                "/** Unicode " + version() + ", written by UnicodeTablesGenerator; {@link Unicode} reads it. */");
        generator.line("final class UnicodeTables {");
        generator.table("KINDS", "Plane, character and kind: where each run of a kind starts.", kinds());
        generator.table(
                "LOWER",
                "Plane, first character, count, step and first target: runs of letters and their lower case.",
                mappings(UCharacter::toLowerCase));
        generator.table(
                "FOLDED",
                "As above: runs of characters without a compatibility decomposition, and the lower case of their upper case.",
                mappings(UnicodeTablesGenerator::fold));
        generator.table(
                "COMBINING", "Plane, first character, count and class: runs of one combining class.", combining());
        Set<Integer> joining = joiningScripts();
        generator.table(
                "JOINING",
                "Plane, first character and count: runs of letters and digits of the scripts in which joiners mean something.",
                runs(codePoint -> isLetterOrDigit(codePoint) && joining.contains(UScript.getScript(codePoint))));
        generator.table(
                "EMOJI",
                "As above: runs of pictures that an emoji may begin with.",
                runs(UnicodeTablesGenerator::isPicture));
        generator.table(
                "LATER_CANONICAL",
                "Later characters, each before its full canonical decomposition, in lines.",
                laterDecompositions(Normalizer2.getNFDInstance()));
        generator.table(
                "LATER_COMPATIBLE",
                "Later characters, each before its full compatibility decomposition, in lines.",
                laterDecompositions(Normalizer2.getNFKDInstance()));
        generator.table(
                "LATER_COMPOSITES", "Later characters, each before the two that it is composed of, in lines.", pairs());
        generator.line("");
        generator.line("    private UnicodeTables() {}");
        generator.line("}");
        return generator.source.toString();
    }

    private static String kinds() {
        StringBuilder table = new StringBuilder();
        int before = -1;
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            int kind = kind(codePoint);
            if (kind != before) {
                start(table, codePoint).append((char) kind);
                before = kind;
            }
        }
        return table.toString();
    }

    private static char kind(int codePoint) {
        char kind = kindOfAnyAge(codePoint);
        VersionInfo age = UCharacter.getAge(codePoint);
        boolean known = age.getMajor() > 0 && age.compareTo(KNOWN_TO_EVERY_JDK) <= 0;
        return known ? kind : Character.toLowerCase(kind);
    }

    private static char kindOfAnyAge(int codePoint) {
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || UCharacter.hasBinaryProperty(codePoint, UProperty.NONCHARACTER_CODE_POINT)
                || BLANK_SYMBOLS.indexOf(codePoint) >= 0) {
            return Unicode.INVISIBLE;
        }
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.CONTROL, UCharacterCategory.FORMAT, UCharacterCategory.SURROGATE ->
                Unicode.INVISIBLE;
            case UCharacterCategory.UPPERCASE_LETTER,
                    UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.TITLECASE_LETTER,
                    UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.OTHER_LETTER -> Unicode.LETTER;
            case UCharacterCategory.DECIMAL_DIGIT_NUMBER -> Unicode.DIGIT;
            case UCharacterCategory.LETTER_NUMBER, UCharacterCategory.OTHER_NUMBER -> Unicode.OTHER_NUMBER;
            case UCharacterCategory.NON_SPACING_MARK, UCharacterCategory.ENCLOSING_MARK -> Unicode.MARK;
            case UCharacterCategory.COMBINING_SPACING_MARK -> Unicode.SPACING_MARK;
            case UCharacterCategory.PRIVATE_USE -> Unicode.PRIVATE;
            case UCharacterCategory.UNASSIGNED -> Unicode.UNASSIGNED;
            default -> Unicode.OTHER;
        };
    }

    private static int fold(int codePoint) {
        if (Normalizer2.getNFKDInstance().getDecomposition(codePoint) != null) {
            return codePoint;
        }
        String character = Character.toString(codePoint);
        String folded = UCharacter.toLowerCase(Locale.ROOT, UCharacter.toUpperCase(Locale.ROOT, character));
        if (folded.codePointCount(0, folded.length()) != 1) {
            // The one that Folding knows by itself.
            require(character.equals("ß"), codePoint);
            return codePoint;
        }
        return folded.equals("ς") ? 'σ' : folded.codePointAt(0);
    }

    private static String mappings(IntUnaryOperator mapping) {
        List<int[]> runs = new ArrayList<>();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            int target = mapping.applyAsInt(codePoint);
            if (target == codePoint) {
                continue;
            }
            require(target >> 16 == codePoint >> 16, codePoint);
            if (runs.isEmpty() || !goesOn(runs.get(runs.size() - 1), codePoint, target)) {
                runs.add(new int[] {codePoint, 1, 1, target});
            }
        }
        StringBuilder table = new StringBuilder();
        for (int[] run : runs) {
            start(table, run[0]).append((char) run[1]).append((char) run[2]).append((char) run[3]);
        }
        return table.toString();
    }

    /** Lengthens the run (first, count, step, first target) by {@code codePoint}, where it goes on with it. */
    private static boolean goesOn(int[] run, int codePoint, int target) {
        int step = run[1] == 1 ? codePoint - run[0] : run[2];
        boolean fits = step <= 2 && codePoint == run[0] + run[1] * step && target - run[3] == codePoint - run[0];
        if (fits) {
            run[1]++;
            run[2] = step;
        }
        return fits;
    }

    private static String combining() {
        StringBuilder table = new StringBuilder();
        int end = 0;
        for (int first = 0; first <= Character.MAX_CODE_POINT; first = end) {
            int combiningClass = UCharacter.getCombiningClass(first);
            end = first + 1;
            while (end <= Character.MAX_CODE_POINT && UCharacter.getCombiningClass(end) == combiningClass) {
                end++;
            }
            if (combiningClass != 0) {
                start(table, first).append((char) (end - first)).append((char) combiningClass);
            }
        }
        return table.toString();
    }

    private static String runs(IntPredicate holds) {
        StringBuilder table = new StringBuilder();
        int end = 0;
        for (int first = 0; first <= Character.MAX_CODE_POINT; first = end) {
            end = first + 1;
            if (holds.test(first)) {
                while (end >> 16 == first >> 16 && holds.test(end)) {
                    end++;
                }
                start(table, first).append((char) (end - first));
            }
        }
        return table.toString();
    }

    /** Those whose letters change by what stands beside them, and those in which a virama makes one of two consonants. */
    private static Set<Integer> joiningScripts() {
        Set<Integer> scripts = new HashSet<>();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            int type = UCharacter.getIntPropertyValue(codePoint, UProperty.JOINING_TYPE);
            int syllable = UCharacter.getIntPropertyValue(codePoint, UProperty.INDIC_SYLLABIC_CATEGORY);
            if (type == UCharacter.JoiningType.DUAL_JOINING
                    || type == UCharacter.JoiningType.LEFT_JOINING
                    || type == UCharacter.JoiningType.RIGHT_JOINING
                    || syllable == UCharacter.IndicSyllabicCategory.VIRAMA
                    || syllable == UCharacter.IndicSyllabicCategory.INVISIBLE_STACKER) {
                scripts.add(UScript.getScript(codePoint));
            }
        }
        scripts.removeAll(Set.of(UScript.COMMON, UScript.INHERITED));
        return scripts;
    }

    private static boolean isLetterOrDigit(int codePoint) {
        char kind = kindOfAnyAge(codePoint);
        return kind == Unicode.LETTER || kind == Unicode.DIGIT;
    }

    private static boolean isPicture(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI)
                && UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC);
    }

    private static String laterDecompositions(Normalizer2 form) {
        TreeMap<Integer, String> lines = new TreeMap<>();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String decomposition = form.getDecomposition(codePoint);
            if (decomposition != null && Character.isLowerCase(kind(codePoint))) {
                lines.put(codePoint, decomposition);
            }
        }
        return lines(lines);
    }

    private static String pairs() {
        Normalizer2 composing = Normalizer2.getNFCInstance();
        TreeMap<Integer, String> lines = new TreeMap<>();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String raw = composing.getRawDecomposition(codePoint);
            if (raw == null || raw.codePointCount(0, raw.length()) != 2) {
                continue;
            }
            int first = raw.codePointAt(0);
            int second = raw.codePointBefore(raw.length());
            if (composing.composePair(first, second) == codePoint) {
                boolean later = Character.isLowerCase(kind(codePoint));
                boolean ofLater = Character.isLowerCase(kind(first)) || Character.isLowerCase(kind(second));
                // Unicode's promise: what is composed of known characters is known.
                require(later == ofLater, codePoint);
                if (later) {
                    lines.put(codePoint, raw);
                }
            }
        }
        return lines(lines);
    }

    private static String lines(SortedMap<Integer, String> values) {
        StringBuilder table = new StringBuilder();
        values.forEach((codePoint, value) -> {
            require(value.indexOf('\n') < 0, codePoint);
            table.appendCodePoint(codePoint).append(value).append('\n');
        });
        return table.toString();
    }

    private static StringBuilder start(StringBuilder table, int codePoint) {
        return table.append((char) (codePoint >> 16)).append((char) codePoint);
    }

    private void table(String name, String about, String table) {
        line("");
        line("    /** " + about + " */");
        StringBuilder text = new StringBuilder();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < table.length(); i++) {
            boolean beforeDigit = i + 1 < table.length() && Character.isDigit(table.charAt(i + 1));
            String shown = shown(table.charAt(i), beforeDigit);
            if (text.length() + shown.length() > WIDTH - "            + \"\"".length()) {
                parts.add(text.toString());
                text.setLength(0);
            }
            text.append(shown);
        }
        parts.add(text.toString());
        line("    static final String " + name + " = \"\"");
        for (int i = 0; i < parts.size(); i++) {
            line("            + \"" + parts.get(i) + "\"" + (i == parts.size() - 1 ? ";" : ""));
        }
    }

    private static String shown(char unit, boolean beforeDigit) {
        if (unit == '"' || unit == '\\') {
            return "\\" + unit;
        }
        if (unit >= ' ' && unit < 0x7F) {
            return String.valueOf(unit);
        }
        // Written with its four hex digits, a line break would end the line of the source.
        return unit > ' ' ? "\\u%04X".formatted((int) unit) : (beforeDigit ? "\\%03o" : "\\%o").formatted((int) unit);
    }

    private void line(String line) {
        source.append(line).append('\n');
    }

    private static void require(boolean holds, int codePoint) {
        if (!holds) {
            throw new IllegalStateException("U+%04X is not what the tables have room for".formatted(codePoint));
        }
    }
}
