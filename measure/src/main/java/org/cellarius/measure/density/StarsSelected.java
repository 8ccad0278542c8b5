package org.cellarius.measure.density;

import java.util.Arrays;
import java.util.Optional;
import org.cellarius.galaxy.density.LinesOfSight;
import org.cellarius.galaxy.density.Selection;
import org.cellarius.galaxy.density.SolarVolume;
import org.cellarius.galaxy.density.SurveySelection;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.Sun;

/**
 * Stars within a selection.
 *
 * @param rKpc their radii, kpc
 * @param zKpc their heights, kpc
 * @param selection what the survey has
 */
record StarsSelected(double[] rKpc, double[] zKpc, Selection selection) {

    /**
     * Those of some stars.
     *
     * @param columns x, y, z, kpc; then what the selection of a catalogue reads
     */
    static StarsSelected of(SelectionSource source, Sun sun, double[][] columns) {
        Selection selection = switch (source) {
            case SelectionSource.Known k -> k.selection();
            case CatalogueSelection c -> surveyed(c, sun, columns);
            case SelectionSource.Rows r ->
                throw new IllegalStateException(r.file().path() + " was not read");
        };
        int n = columns[0].length;
        double[] r = new double[n];
        double[] z = new double[n];
        int inside = 0;
        for (int i = 0; i < n; i++) {
            double x = columns[0][i];
            double y = columns[1][i];
            double up = columns[2][i];
            boolean held = switch (selection) {
                case SolarVolume v -> v.holds(sun, x, y, up);
                // Which star belongs to which field is the catalogue's knowledge.
                case LinesOfSight l -> true;
                case SurveySelection s -> s.holds(sun, x, y, up);
            };
            if (held) {
                r[inside] = Math.hypot(x, y);
                z[inside++] = up;
            }
        }
        return new StarsSelected(Arrays.copyOf(r, inside), Arrays.copyOf(z, inside), selection);
    }

    private static SurveySelection surveyed(CatalogueSelection source, Sun sun, double[][] columns) {
        double[] here = new GalactocentricFrame(sun).placeOf(0, 0, 0);
        int n = columns[0].length;
        double[] distance = new double[n];
        double[] up = new double[n];
        for (int i = 0; i < n; i++) {
            up[i] = columns[2][i] - here[2];
            distance[i] = Math.hypot(Math.hypot(columns[0][i] - here[0], columns[1][i] - here[1]), up[i]);
        }
        return source.selection(Arrays.copyOfRange(columns, 4, columns.length), distance, up);
    }

    int count() {
        return rKpc.length;
    }

    /** The same under a quarter of the lines of sight; empty where the selection is made of none, or of twelve. */
    Optional<Selection> coarser() {
        return switch (selection) {
            case SurveySelection s -> s.order() > 0 ? Optional.of(s.coarser()) : Optional.empty();
            case SolarVolume v -> Optional.empty();
            case LinesOfSight l -> Optional.empty();
        };
    }
}
