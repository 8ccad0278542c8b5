package org.cellarius.galaxy.density;

import org.cellarius.galaxy.frame.Sun;

/** Which part of the stars at a place a survey has. A constant factor does not matter. */
public sealed interface Selection permits SolarVolume, LinesOfSight, SurveySelection {

    /** So many times the plain nodes along each coordinate fill cells evenly. */
    int FINE = 12;

    /** Receives the nodes of the integral. */
    @FunctionalInterface
    interface Node {
        /**
         * A node.
         *
         * @param rKpc Galactocentric radius, kpc
         * @param zKpc height above the plane without its sign, kpc
         * @param weight volume times selected part, kpc&sup3;
         */
        void at(double rKpc, double zKpc, double weight);
    }

    /**
     * Visits the nodes of the integral of a density over what is selected.
     *
     * @param fineness nodes along each coordinate, as a multiple of the plain number
     */
    void nodes(Sun sun, int fineness, Node to);

    /** Farthest distance from the Sun, kpc. */
    double reachKpc();

    /** Plain nodes, one by one. */
    default EffectiveVolume volume(Sun sun) {
        var list = new NodeList();
        nodes(sun, 1, list::add);
        return list.volume();
    }

    /** Empty cells for the range of radii. */
    default VolumeCells cellsFor(Sun sun, double ringKpc) {
        return new VolumeCells(reachKpc() + Math.min(reachKpc(), sun.r0Kpc()), ringKpc);
    }

    /** Fine nodes, gathered in cells in which a break may lie. */
    default VolumeCells cells(Sun sun) {
        return cells(sun, VolumeCells.R_STEP_KPC);
    }

    /**
     * Fine nodes, gathered in cells of radius and height.
     *
     * @param ringKpc width of the cells in radius, kpc: {@link DensityModel#ringKpc}
     */
    default VolumeCells cells(Sun sun, double ringKpc) {
        var cells = cellsFor(sun, ringKpc);
        nodes(sun, FINE, cells::add);
        return cells;
    }
}
