package org.cellarius.study.stage;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.age.DistancePrior;
import org.cellarius.study.AgesSource;
import org.cellarius.study.StarColumns;
import org.cellarius.study.age.DistancePriorWord;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ages of the stars by isochrones. */
public record AgesStage(AgesSource ages) implements StudyStage {

    @Override
    public String plan() {
        return "ages: " + ages.settings();
    }

    @Override
    public Optional<String> methods() {
        return Optional.of(
                "Ages by isochrones: " + ages.settings() + " (" + String.join("; ", ages.citations()) + "). "
                        + switch (ages.method()) {
                            case VICKERS2021 ->
                                "Of each piece of an isochrone the point nearest to the star in units of its errors counts, times the stars born on the piece; pieces and compositions are summed. age is the grid's age of the highest sum, age_lo and age_hi are where it is 0.61 of the highest.";
                            case POSTERIOR ->
                                "The likelihood is integrated along isochrones with the stars born there, and over compositions and ages between those of the grid. age is the median, age_lo and age_hi are the quantiles 0.1587 and 0.8413.";
                        }
                        + " age_status tells of stars that the isochrones do not reach (OUTSIDE_GRID) and of ages that lean on the first or last one (EDGE).");
    }

    @Override
    public List<String> citations() {
        return ages.citations();
    }

    @Override
    public void resolve(ObjectNode study) {
        ObjectNode section = study.withObject("/" + AgesSource.SECTION);
        ArrayNode observables = section.putArray("observables");
        for (StarColumns.Observable o : ages.stars().observables()) {
            ObjectNode written = observables.addObject();
            written.put("name", o.name())
                    .put("of", o.measured().value())
                    .put("error", o.measured().error());
            if (o.apparent()) {
                written.put("apparent", true);
            }
            if (ages.stars().extinction().isPresent() && o.dimming() != 0) {
                written.put("extinction", o.dimming());
            }
        }
        ages.stars().extinction().ifPresent(e -> write(section.putObject("extinction"), e));
        switch (ages.stars().distance()) {
            case StarColumns.Distance.Absolute absolute -> {}
            case StarColumns.Distance.Modulus modulus ->
                write(section.putObject("distance-modulus"), modulus.measured());
            case StarColumns.Distance.Parallax parallax -> {
                ObjectNode written = section.putObject("parallax");
                write(written, parallax.measured());
                written.put("prior", DistancePriorWord.of(parallax.prior()).word());
                if (parallax.prior() instanceof DistancePrior.ExponentialDensity density) {
                    written.put("length", density.lengthKpc() + " kpc");
                }
            }
        }
    }

    private static void write(ObjectNode section, StarColumns.Measured measured) {
        section.put("of", measured.value()).put("error", measured.error());
    }
}
