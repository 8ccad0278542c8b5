package org.cellarius.galaxy.potential;

/** A thin disc: most of its potential is that of a {@link ThinLayer}, known as a formula; the rest is smooth. */
sealed interface ThinDisc extends FlattenedComponent permits ExponentialDisc, HoledSech2Disc {

    double scaleLengthKpc();

    double scaleHeightKpc();

    /** The disc's layer, and what is left beside it. */
    ThinLayer parts();

    @Override
    default double densityMsunPerKpc3(double radiusKpc, double zKpc) {
        return parts().density(radiusKpc, zKpc);
    }

    @Override
    default Derivatives layer(double radiusKpc, double zKpc) {
        return parts().at(radiusKpc, zKpc);
    }

    @Override
    default double remainderMsunPerKpc3(double radiusKpc, double zKpc) {
        return parts().remainder(radiusKpc, zKpc);
    }

    @Override
    default double smallestScaleKpc() {
        return Math.min(scaleHeightKpc(), scaleLengthKpc());
    }

    @Override
    default double outerEdgeKpc() {
        return 60 * Math.max(scaleLengthKpc(), scaleHeightKpc());
    }
}
