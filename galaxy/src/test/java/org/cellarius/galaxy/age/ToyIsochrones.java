package org.cellarius.galaxy.age;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.GoldenTable;

/** The analytic isochrones of the golden table: no stellar physics, but turn-offs and giants. */
final class ToyIsochrones {

    static final List<String> COLUMNS = List.of("teff", "logg", "MG");

    private ToyIsochrones() {}

    static IsochroneGrid grid() {
        GoldenTable table = GoldenTable.read("isochrones_toy.csv");
        double[] age = table.column("age");
        double[] iron = table.column("feh");
        double[] mass = table.column("mass");
        List<double[]> columns = COLUMNS.stream().map(table::column).toList();
        var isochrones = new ArrayList<Isochrone>();
        int from = 0;
        for (int i = 1; i <= age.length; i++) {
            if (i == age.length || age[i] != age[from] || iron[i] != iron[from]) {
                int first = from;
                int to = i;
                isochrones.add(new Isochrone(
                        age[first],
                        new Composition(iron[first], 0),
                        java.util.Arrays.copyOfRange(mass, first, to),
                        columns.stream()
                                .map(c -> java.util.Arrays.copyOfRange(c, first, to))
                                .toList()));
                from = i;
            }
        }
        return new IsochroneGrid("toy", COLUMNS, isochrones);
    }

    static List<AgeObservable> observables() {
        return List.of(
                new AgeObservable.AlongCurve("teff", 0),
                new AgeObservable.AlongCurve("logg", 1),
                new AgeObservable.AlongCurve("MG", 2),
                new AgeObservable.IronOfBirth("feh"));
    }
}
