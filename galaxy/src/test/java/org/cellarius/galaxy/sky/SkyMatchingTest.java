package org.cellarius.galaxy.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones against all pairs, where matching by cells goes wrong: poles, RA = 0, duplicates, large and tiny radii. */
class SkyMatchingTest {

    private record Pair(int a, int b, double haversine) {}

    /** Shortest first, ties by row: the order in which greedy pairs are taken. */
    private static final Comparator<Pair> BY_SEPARATION =
            Comparator.comparingDouble(Pair::haversine).thenComparing(Pair::a).thenComparing(Pair::b);

    /**
     * Expected: {@code angular_separation(*numpy.radians([...]))} of astropy 5.2.1 (the formula of Vincenty), in arcsec. An angle of
     * the whole circle, 360 deg, has a last digit of 2e-10 arcsec.
     */
    @ParameterizedTest
    @CsvSource({
        "1e-08, 10, 359.99999999, 10, 7.090635077924945e-05",
        "123.4, -89.99999, 303.4, -89.99999, 0.07200000003514848",
        "45, 89.9999999, 200, 89.9999998, 0.0010572747801590723",
        "10, 20, 10.0000000003, 20, 1.0148715807853737e-06",
        "10, -30, 10.0005, -30.0004, 2.122166394396141",
        "10, 20, 14, 17.5, 16336.687680348172",
        "359, 0, 2, -4, 17994.732767773083",
        "0, 0, 90, 45, 324000.0"
    })
    void separationsAreThoseOfAstropy(double ra1, double dec1, double ra2, double dec2, double arcsec) {
        assertThat(Separation.arcsec(ra1, dec1, ra2, dec2)).isCloseTo(arcsec, within(4e-10 + 1e-13 * arcsec));
    }

    @Test
    void theSmallestSeparationsKeepTheirDigits() {
        // One part in a hundred thousand million of a degree, where the arc cosine gives zero.
        assertThat(Separation.arcsec(0, 1e-11, 0, 0)).isCloseTo(3.6e-8, within(1e-20));
        assertThat(Separation.arcsec(1e-11, 60, 0, 60)).isCloseTo(1.8e-8, within(1e-20));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1 / 3600, 2 / 3600.0, 0.01, 1, 10, 60, 90})
    void theSamePairsAreFoundAsAmongAllPairs(double radiusDeg) {
        var radius = new SkyRadius(radiusDeg);
        SkyPlaces a = sky(1, 600, radiusDeg);
        SkyPlaces b = sky(2, 500, radiusDeg);
        List<Pair> expected = allPairs(a, b, radius);
        assertThat(expected).as("the fields are crowded").hasSizeGreaterThan(300);
        assertThat(found(a, b, radius)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2 / 3600.0, 0.01, 5})
    void eachBestAndSymmetricAreThoseOfAllPairs(double radiusDeg) {
        var radius = new SkyRadius(radiusDeg);
        SkyPlaces a = sky(3, 500, radiusDeg);
        SkyPlaces b = sky(4, 600, radiusDeg);
        List<Pair> all = allPairs(a, b, radius);
        var nearest = new NearestPairs(a.rows(), b.rows());
        all.forEach(p -> nearest.offer(p.a(), p.b(), p.haversine()));

        var nearestOfA = new ArrayList<Pair>();
        var nearestOfB = new ArrayList<Pair>();
        for (int row = 0; row < 600; row++) {
            int one = row;
            all.stream().filter(p -> p.a() == one).min(BY_SEPARATION).ifPresent(nearestOfA::add);
            all.stream().filter(p -> p.b() == one).min(BY_SEPARATION).ifPresent(nearestOfB::add);
        }
        var mutual = new ArrayList<>(nearestOfA);
        mutual.retainAll(nearestOfB);
        assertThat(pairs(nearest.symmetric())).containsExactlyInAnyOrderElementsOf(mutual);

        var greedy = new ArrayList<Pair>();
        Set<Integer> takenOfA = new HashSet<>();
        Set<Integer> takenOfB = new HashSet<>();
        for (Pair p : all.stream().sorted(BY_SEPARATION).toList()) {
            if (!takenOfA.contains(p.a()) && !takenOfB.contains(p.b())) {
                takenOfA.add(p.a());
                takenOfB.add(p.b());
                greedy.add(p);
            }
        }
        assertThat(greedy)
                .as("pairs that are not mutually nearest are among them")
                .hasSizeGreaterThan(mutual.size());
        assertThat(pairs(nearest.best(a, new SkyZones(b, radius)))).containsExactlyInAnyOrderElementsOf(greedy);
    }

    @Test
    void bestGivesTheNextOneAndSymmetricNone() {
        // Along a meridian: a0 -- b0 - a1 ---- b1: a1 takes b0, a0 is left with b1, which lies beyond a1.
        var a = new SkyPlaces(new double[] {0, 0}, new double[] {0, 0.0003});
        var b = new SkyPlaces(new double[] {0, 0}, new double[] {0.0002, 0.0009});
        var radius = new SkyRadius(0.001);
        var nearest = new NearestPairs(2, 2);
        allPairs(a, b, radius).forEach(p -> nearest.offer(p.a(), p.b(), p.haversine()));
        assertThat(nearest.symmetric().partners()).containsExactly(-1, 0);
        assertThat(nearest.best(a, new SkyZones(b, radius)).partners()).containsExactly(1, 0);
    }

    /** Where the range that is looked at ends in the last step before 360 degrees, whose successor is no integer any more. */
    @ParameterizedTest
    @ValueSource(doubles = {2 / 3600.0, 0.5, 5})
    void aCircleThatEndsJustBeforeAFullTurnFindsItsCentre(double radiusDeg) {
        var radius = new SkyRadius(radiusDeg);
        double width = radius.halfWidthDeg(Math.sin(Math.toRadians(radiusDeg)), 0, 1);
        for (int k = -50; k < 100; k++) {
            var place = new SkyPlaces(new double[] {360 - width - k * 5e-9}, new double[] {0});
            var found = new Candidates();
            new SkyZones(place, radius).near(place.raDeg()[0], 0, found);
            assertThat(found.size()).as("RA %s", place.raDeg()[0]).isEqualTo(1);
        }
    }

    @Test
    void anotherCatalogueIsTakenZoneByZone() {
        var radius = new SkyRadius(0.01);
        SkyPlaces a = sky(6, 3000, 0.01);
        var zones = new SkyZones(sky(7, 2000, 0.01), radius);
        int[] order = zones.alongZones(a, Tasks.IN_TURN);
        assertThat(IntStream.of(order).sorted())
                .containsExactlyElementsOf(
                        IntStream.range(0, a.rows()).filter(a::has).boxed().toList());
        // From zone to zone to the north: neighbours in the order are never a zone's height further south.
        double height = 180.0 / 2000 * 64;
        for (int k = 1; k < order.length; k++) {
            assertThat(a.decDeg()[order[k]]).isGreaterThan(a.decDeg()[order[k - 1]] - height);
        }
    }

    @Test
    void rowsWithoutAPlaceMatchNothing() {
        double nan = Double.NaN;
        double infinite = Double.POSITIVE_INFINITY;
        var odd = new SkyPlaces(
                new double[] {nan, 10, 10, 400, infinite, -9999, 10}, new double[] {10, nan, 91, 10, 10, -9999, 10});
        assertThat(odd.placed()).isEqualTo(1);
        assertThat(found(odd, odd, new SkyRadius(90))).extracting(Pair::a).containsExactly(6);
        var nothing = new SkyPlaces(new double[0], new double[0]);
        assertThat(found(nothing, odd, new SkyRadius(1))).isEmpty();
        assertThat(found(odd, nothing, new SkyRadius(1))).isEmpty();
    }

    @Test
    void rightAscensionsMayBeCountedFromMinus180() {
        var a = new SkyPlaces(new double[] {-0.0001, -170, 360}, new double[] {0, 5, -5});
        var b = new SkyPlaces(new double[] {0.0001, 190, 0}, new double[] {0, 5, -5});
        assertThat(found(a, b, new SkyRadius(0.001)))
                .extracting(Pair::a, Pair::b)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 0),
                        org.assertj.core.groups.Tuple.tuple(1, 1),
                        org.assertj.core.groups.Tuple.tuple(2, 2));
    }

    @Test
    void aTurnOfBothTablesAboutThePoleChangesNoPair() {
        var radius = new SkyRadius(0.01);
        SkyPlaces a = sky(5, 400, 0.01);
        SkyPlaces b = sky(6, 400, 0.01);
        assertThat(rows(found(turned(a), turned(b), radius))).isEqualTo(rows(found(a, b, radius)));
    }

    @Test
    void chanceMatchesAreThoseOfTheDensity() {
        // Uniform skies: 200,000 stars of B on the sphere, circles of 4 arcmin: the probability is 1 - exp(-density
        // area).
        var random = new CounterRandom(8);
        SkyPlaces a = uniform(random.forPurpose("a"), 50_000);
        SkyPlaces b = uniform(random.forPurpose("b"), 200_000);
        var radius = new SkyRadius(4 / 60.0);
        double mean = 200_000 * (1 - Math.cos(Math.toRadians(radius.deg()))) / 2;
        ChanceMatches chance = ChanceMatches.of(a, new SkyZones(b, radius), radius, Find.EACH);
        assertThat(chance.share()).isCloseTo(1 - Math.exp(-mean), within(4 * chance.shareError()));
        // Their own counterparts are not met.
        ChanceMatches own = ChanceMatches.of(b, new SkyZones(b, radius), radius, Find.EACH);
        assertThat(own.share()).isCloseTo(1 - Math.exp(-mean), within(4 * own.shareError()));
        assertThat(ChanceMatches.of(a, new SkyZones(b, new SkyRadius(10)), new SkyRadius(10), Find.EACH)
                        .known())
                .isFalse();
    }

    @Test
    void radiiBeyondReasonAreRefused() {
        assertThatThrownBy(() -> new SkyRadius(0)).hasMessageContaining("deg");
        assertThatThrownBy(() -> new SkyRadius(91)).hasMessageContaining("90");
        assertThatThrownBy(() -> new SkyRadius(Double.NaN)).hasMessageContaining("NaN");
    }

    private static SkyPlaces uniform(CounterRandom random, int rows) {
        double[] ra = new double[rows];
        double[] dec = new double[rows];
        for (int i = 0; i < rows; i++) {
            ra[i] = 360 * random.uniform(i, 0);
            dec[i] = Math.toDegrees(Math.asin(2 * random.uniform(i, 1) - 1));
        }
        return new SkyPlaces(ra, dec);
    }

    /** Fields some radii wide at both poles, across RA = 0 and elsewhere, with duplicates and rows without a place. */
    private static SkyPlaces sky(long seed, int rows, double radiusDeg) {
        var random = new CounterRandom(seed);
        double spread = Math.min(170, 6 * radiusDeg);
        double[] ra = new double[rows];
        double[] dec = new double[rows];
        for (int i = 0; i < rows; i++) {
            double along = spread * random.uniform(i, 0);
            double across = spread * (random.uniform(i, 1) - 0.5);
            switch (i % 5) {
                case 0 -> place(ra, dec, i, 360 * random.uniform(i, 1), 90 - along);
                case 1 -> place(ra, dec, i, 360 * random.uniform(i, 1), -90 + along);
                case 2 -> place(ra, dec, i, (360 + across) % 360, along / 2 - spread / 4);
                case 3 -> place(ra, dec, i, 200 + across / Math.cos(Math.toRadians(50)), Math.min(50 + along, 90));
                default -> {
                    // A place that both skies have, some of them several times.
                    double tenths = Math.floor(20 * random.uniform(i, 2)) / 20;
                    place(ra, dec, i, 359.9 + 0.5 * tenths < 360 ? 359.9 : 0.1, -10 + tenths * spread / 3);
                }
            }
            if (i % 37 == 5) {
                dec[i] = Double.NaN;
            }
        }
        return new SkyPlaces(ra, dec);
    }

    private static void place(double[] ra, double[] dec, int row, double raDeg, double decDeg) {
        ra[row] = raDeg;
        dec[row] = decDeg;
    }

    private static SkyPlaces turned(SkyPlaces places) {
        double[] ra = places.raDeg().clone();
        for (int i = 0; i < ra.length; i++) {
            ra[i] = (ra[i] + 90) % 360;
        }
        return new SkyPlaces(ra, places.decDeg());
    }

    private static List<List<Integer>> rows(List<Pair> pairs) {
        return pairs.stream()
                .map(p -> List.of(p.a(), p.b()))
                .sorted(Comparator.comparing(List::toString))
                .toList();
    }

    /** By row of A, then nearest first: the order in which zones give them. */
    private static List<Pair> allPairs(SkyPlaces a, SkyPlaces b, SkyRadius radius) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < a.rows(); i++) {
            for (int k = 0; k < b.rows(); k++) {
                double haversine = Separation.haversine(
                        a.raDeg()[i],
                        a.decDeg()[i],
                        Math.cos(Math.toRadians(a.decDeg()[i])),
                        b.raDeg()[k],
                        b.decDeg()[k],
                        Math.cos(Math.toRadians(b.decDeg()[k])));
                if (haversine <= radius.haversine()) {
                    pairs.add(new Pair(i, k, haversine));
                }
            }
        }
        pairs.sort(Comparator.comparing(Pair::a).thenComparing(BY_SEPARATION));
        return pairs;
    }

    private static List<Pair> found(SkyPlaces a, SkyPlaces b, SkyRadius radius) {
        var zones = new SkyZones(b, radius);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < a.rows(); i++) {
            if (a.has(i)) {
                var near = new Candidates();
                zones.near(a.raDeg()[i], a.decDeg()[i], near);
                for (int k = 0; k < near.size(); k++) {
                    pairs.add(new Pair(i, near.row(k), near.haversine(k)));
                }
            }
        }
        return pairs;
    }

    private static List<Pair> pairs(MatchedPairs matched) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < matched.partners().length; i++) {
            if (matched.matched(i)) {
                pairs.add(new Pair(i, matched.partners()[i], matched.haversines()[i]));
            }
        }
        return pairs;
    }
}
