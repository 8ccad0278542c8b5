package org.cellarius.figure;

import java.util.regex.Pattern;

/** The markup of labels, <code>_{sub}</code>, <code>^{sup}</code>, <code>*{oblique}</code> and <code>!{bold}</code>, where plain text is wanted. */
public final class Markup {

    private static final Pattern MARKED = Pattern.compile("[_^*!]\\{([^}]*)}");

    private Markup() {}

    /** The text without its markup: <code>*{R}_{g}</code> becomes Rg. */
    public static String plain(String marked) {
        return MARKED.matcher(marked).replaceAll("$1");
    }
}
