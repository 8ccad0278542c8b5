package org.cellarius.catalogue.stil;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.ac.starlink.fits.CardFactory;
import uk.ac.starlink.fits.CardImage;
import uk.ac.starlink.fits.FitsTableWriter;

/**
 * STIL's FITS writer with facts about the table as COMMENT cards {@code name = value}. Keywords of eight letters could collide
 * with the standard's, and a hash is too long for a card; comments wrap. Letters outside ASCII become question marks.
 */
final class CommentedFitsWriter extends FitsTableWriter {
    private static final int COMMENT_CHARACTERS = 72;

    private final Map<String, String> facts;

    CommentedFitsWriter(Map<String, String> facts) {
        this.facts = Map.copyOf(facts);
        setWriteDate(false);
    }

    @Override
    protected List<CardImage> getMetadataCards() {
        List<CardImage> cards = new ArrayList<>(super.getMetadataCards());
        facts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(fact -> {
            String text = (fact.getKey() + " = " + fact.getValue()).replaceAll("[^ -~]", "?");
            for (int start = 0; start < text.length(); start += COMMENT_CHARACTERS) {
                String piece = text.substring(start, Math.min(text.length(), start + COMMENT_CHARACTERS));
                cards.add(CardFactory.DEFAULT.createCommentCard(piece));
            }
        });
        return cards;
    }
}
