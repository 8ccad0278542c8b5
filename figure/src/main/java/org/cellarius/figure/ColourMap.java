package org.cellarius.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * Colours for numbers. Equal steps in value look like equal steps in colour, also in grey print and to colour-blind readers.
 * Each has 256 entries, mixed in {@link Oklab} between anchors.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list of colours is a copy that cannot be changed
public enum ColourMap {
    /** Dark violet to yellow; lightness grows. Smith and van der Walt (2015), ten of its colours as anchors. */
    VIRIDIS(0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B, 0xFDE725),

    /** Blue over grey to yellow; lightness grows. Nuñez, Anderton and Renslow (2018, PLoS ONE 13, e0199239). */
    CIVIDIS(0x00204D, 0x00336F, 0x39486B, 0x575C6D, 0x707173, 0x8A8779, 0xA69D75, 0xC4B56C, 0xE4CF5B, 0xFFEA46),

    /** Black over purple to light yellow; lightness grows. Smith and van der Walt (2015), ten of its colours as anchors. */
    MAGMA(0x000004, 0x180F3E, 0x451077, 0x721F81, 0x9F2F7F, 0xCD4071, 0xF1605D, 0xFD9567, 0xFEC98D, 0xFCFDBF),

    /** Black over red to yellow, likewise. */
    INFERNO(0x000004, 0x1B0C42, 0x4B0C6B, 0x781C6D, 0xA52C60, 0xCF4446, 0xED6925, 0xFB9A06, 0xF7D03C, 0xFCFFA4),

    /** Blue over pink to yellow, likewise. */
    PLASMA(0x0D0887, 0x47039F, 0x7301A8, 0x9C179E, 0xBD3786, 0xD8576B, 0xED7953, 0xFA9E3B, 0xFDC926, 0xF0F921),

    /** Blue over white to orange, equally light and equally colourful on both sides: for differences about zero. */
    BLUE_ORANGE(divergingAnchors()),

    /** Light grey to dark grey; lightness falls. For clouds of points behind coloured lines. */
    GREYS(0xEFEFEF, 0xCFCFCF, 0xA8A8A8, 0x7F7F7F);

    /** Number of colours. */
    public static final int SIZE = 256;

    private final List<Color> colours;

    ColourMap(int... anchors) {
        List<Color> mixed = new ArrayList<>(SIZE);
        for (int i = 0; i < SIZE; i++) {
            double position = (double) i / (SIZE - 1) * (anchors.length - 1);
            int left = Math.min((int) position, anchors.length - 2);
            Oklab colour = Oklab.ofRgb(anchors[left]).towards(Oklab.ofRgb(anchors[left + 1]), position - left);
            mixed.add(new Color(colour.rgb()));
        }
        colours = List.copyOf(mixed);
    }

    /** Lightness falls linearly from the centre; chroma rises and eases off where sRGB ends. */
    private static int[] divergingAnchors() {
        double blueDeg = 250;
        double orangeDeg = 52;
        int arms = 16;
        int[] anchors = new int[2 * arms + 1];
        for (int i = -arms; i <= arms; i++) {
            double s = Math.abs(i) / (double) arms;
            double lightness = 0.965 - 0.515 * s;
            double chroma = 0.125 * Math.sin(0.5 * Math.PI * Math.min(1, 1.35 * s)) - 0.02 * s * s;
            anchors[i + arms] =
                    Oklab.polar(lightness, chroma, i < 0 ? blueDeg : orangeDeg).rgb();
        }
        return anchors;
    }

    /** The colour at {@code fraction} of the way from the first (0) to the last (1); the nearer end outside. */
    public Color colour(double fraction) {
        return colours.get((int) Math.clamp(Math.floor(fraction * SIZE), 0.0, SIZE - 1.0));
    }
}
