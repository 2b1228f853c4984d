package dev.gatekeeper.git;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encodings that commits declare, under the names by which git knows them: it has iconv decode a commit, and writes
 * {@code i18n.commitEncoding} into it as it is.
 *
 * <p>Java knows most of these names. A few of them it knows for another table ({@code CP949}), and some only under names of its own.
 */
final class CommitEncoding {

    /** In each line Java's name, and the names of iconv that Java lacks or takes for something else. */
    private static final Map<String, String> NAMES = names(
            "UTF-8 CP65001 UTF-8-MAC UTF8-MAC",
            "ISO-8859-1 LATIN-1",
            "ISO-8859-5 GOST_19768-74 GOST_19768 GOST_1976874 CSISO153GOST1976874 ISO-IR-153 ST_SEV_358-88",
            "ISO-8859-13 BALTIC ISO-IR-179 L7 LATIN7",
            "windows-1250 MS-EE",
            "windows-1251 MS-CYRL",
            "windows-1252 MS-ANSI",
            "windows-1253 MS-GREEK",
            "windows-1254 MS-TURK",
            "windows-1255 MS-HEBR",
            "windows-1256 MS-ARAB",
            "windows-1257 WINBALTRIM",
            "windows-31j CP932 MS932 SJIS-OPEN SJIS-WIN",
            "x-SJIS_0213 SHIFT_JISX0213 SHIFTJISX0213",
            "EUC-JP UJIS",
            "x-eucJP-Open EUC-JP-MS EUCJP-MS EUCJP-WIN",
            "x-windows-949 CP949 MSCP949 UHC",
            "x-Johab CP1361 MSCP1361",
            "GB2312 CN-GB CSGB2312",
            "x-mswin-936 CP936 WINDOWS-936 GB13000",
            "x-windows-950 BIG5 BIG-5 BIG-FIVE BIGFIVE CN-BIG5 CP950",
            "x-windows-874 CP874 IBM874 874",
            "TIS-620 TIS620-0 TIS620.2529-1 TIS620.2533-0 ISO-IR-166",
            "KOI8-R KOI8R KOI-8",
            "KOI8-U KOI8U",
            "x-MacRoman MACINTOSH MAC CSMACINTOSH",
            "x-MacUkraine MAC-CYRILLIC MACCYRILLIC MAC-UK MACUK MACUKRAINIAN",
            "x-MacCyrillic CP10007 MS-MAC-CYRILLIC MSMACCYRILLIC",
            "x-MacCentralEurope MAC-CENTRALEUROPE CP1282");

    /** Tables in which Java's letters are others than those of iconv: Arabic ones in the form that they have at a word's end or middle. */
    private static final Set<String> OF_OTHER_LETTERS = Set.of("IBM868", "x-IBM1046");

    private static final Pattern ISO_8859 = Pattern.compile("ISO_?8859-?(?<part>[0-9]+)");

    private CommitEncoding() {}

    private static Map<String, String> names(String... lines) {
        Map<String, String> names = new HashMap<>();
        for (String line : lines) {
            List<String> words = List.of(line.split(" "));
            for (String word : words.subList(1, words.size())) {
                names.put(word, words.get(0));
            }
        }
        return Map.copyOf(names);
    }

    /** The table that iconv means by {@code name}, where Java has it; letter case doesn't matter. */
    static Optional<Charset> of(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        Matcher iso = ISO_8859.matcher(upper);
        String known = iso.matches() ? "ISO-8859-" + iso.group("part") : NAMES.getOrDefault(upper, upper);
        try {
            Charset charset = Charset.forName(known);
            return OF_OTHER_LETTERS.contains(charset.name()) ? Optional.empty() : Optional.of(charset);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
