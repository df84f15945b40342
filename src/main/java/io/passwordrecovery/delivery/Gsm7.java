// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The alphabet that 160 characters of fit into one text message (3GPP TS 23.038, section 6.2.1, without its extension).
 * One character beyond it, and only 70 do.
 */
public final class Gsm7 {
    /** What fits into one message. */
    public static final int ONE_MESSAGE = 160;

    private static final String ALPHABET =
            "@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n\u00d8\u00f8\r\u00c5\u00e5"
                    + "\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\u00c6\u00e6\u00df\u00c9 !\"#\u00a4%&'()*+,-./"
                    + "0123456789:;<=>?\u00a1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00c4\u00d6\u00d1\u00dc\u00a7\u00bf"
                    + "abcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00f1\u00fc\u00e0";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    // What is no letter with a mark.
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry(0x0131, "i"), // dotless i
            Map.entry(0x0259, "e"), // schwa
            Map.entry(0x018f, "E"),
            Map.entry(0x0142, "l"),
            Map.entry(0x0141, "L"),
            Map.entry(0x0111, "d"),
            Map.entry(0x0110, "D"),
            Map.entry(0x0127, "h"),
            Map.entry(0x0153, "oe"),
            Map.entry(0x00f0, "d"), // eth
            Map.entry(0x00fe, "th"),
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201c, "\""),
            Map.entry(0x201d, "\""),
            Map.entry(0x201e, "\""),
            Map.entry(0x00ab, "\""),
            Map.entry(0x00bb, "\""),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2026, "..."),
            Map.entry(0x00a0, " "),
            Map.entry(0x202f, " "));

    private Gsm7() {}

    /** Whether every character is in the alphabet. */
    public static boolean covers(String text) {
        return text.chars().allMatch(symbol -> ALPHABET.indexOf(symbol) >= 0);
    }

    /**
     * Spells a text of Latin script within the alphabet, as its readers do when a keyboard lacks a mark. A text of any
     * other script stays as it is.
     */
    public static String spelling(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(symbol -> plain.append(plain(symbol)));
        return covers(plain.toString()) ? plain.toString() : text;
    }

    private static String plain(int symbol) {
        String text = Character.toString(symbol);
        if (covers(text)) {
            return text;
        }
        String known = PLAIN.get(symbol);
        return known != null
                ? known
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }
}
