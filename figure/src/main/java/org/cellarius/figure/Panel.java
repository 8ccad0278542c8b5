package org.cellarius.figure;

import java.util.List;
import java.util.Optional;

/**
 * One diagram: two axes and what is drawn between them.
 *
 * @param title text above the panel, with the markup of {@link RichText}; may be empty
 * @param x abscissa
 * @param y ordinate
 * @param layers what is drawn, from the back to the front
 * @param colours colours of {@link Coloured} layers; needed if there are any
 * @param equalAspect whether one unit of x is drawn as long as one unit of y, as on a map; an axis is then lengthened at both
 *     ends where needed
 * @param legendPlace where the legend stands
 */
public record Panel(
        String title,
        Axis x,
        Axis y,
        List<Layer> layers,
        Optional<ColourScale> colours,
        boolean equalAspect,
        LegendPlace legendPlace) {

    public Panel {
        layers = List.copyOf(layers);
        if (colours.isEmpty() && layers.stream().anyMatch(Coloured.class::isInstance)) {
            throw new IllegalArgumentException(
                    "panel '" + title + "' has coloured layers and no colour scale to colour them by");
        }
    }

    /** A diagram without a colour scale, its legend where it covers the fewest data. */
    public static Panel of(String title, Axis x, Axis y, List<Layer> layers) {
        return new Panel(title, x, y, layers, Optional.empty(), false, LegendPlace.BEST);
    }

    /** A map on equal axes, coloured by a scale. */
    public static Panel map(String title, Axis x, Axis y, List<Layer> layers, ColourScale colours) {
        return new Panel(title, x, y, layers, Optional.of(colours), true, LegendPlace.BEST);
    }
}
