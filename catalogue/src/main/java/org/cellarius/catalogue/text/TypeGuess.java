package org.cellarius.catalogue.text;

import org.cellarius.catalogue.ColumnType;

/** What a column of words can be, after having seen all of them. */
final class TypeGuess {
    /** The longest run of digits that surely fits into 64 bits. */
    private static final int SAFE_DIGITS = 18;

    private boolean integers = true;
    private boolean numbers = true;
    private boolean truths = true;
    private boolean any;
    private boolean tooLong;

    void see(String word) {
        if (MissingWords.inWhitespaceText(word)) {
            return;
        }
        any = true;
        truths = truths && (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false"));
        if (!numbers) {
            return;
        }
        switch (NumberText.kindOf(word)) {
            case INTEGER -> tooLong = tooLong || !fits(word);
            case DECIMAL -> integers = false;
            case WORD -> numbers = false;
        }
    }

    /** Integers of more than 64 bits stay text, because as decimal numbers they would lose their last digits. */
    ColumnType type() {
        if (!any) {
            return ColumnType.DOUBLE;
        }
        if (numbers) {
            return !integers ? ColumnType.DOUBLE : tooLong ? ColumnType.TEXT : ColumnType.LONG;
        }
        return truths ? ColumnType.BOOLEAN : ColumnType.TEXT;
    }

    private static boolean fits(String word) {
        if (word.length() <= SAFE_DIGITS) {
            return true;
        }
        try {
            Long.parseLong(word);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
