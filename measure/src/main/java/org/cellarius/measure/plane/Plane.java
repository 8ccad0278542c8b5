package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Populations;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductChecks;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.SideFile;
import org.cellarius.measure.product.SlicesSource;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.StarsRead;

/**
 * A statistic of the stars in the cells of a plane, a panel for each slice.
 *
 * @param populations names of populations, each measured apart and all in one figure; empty for the one of the head, or all stars
 * @param named a plane that the field knows; empty for one of two given quantities
 * @param value what the statistic is of; for a fraction a condition; empty for numbers of stars
 * @param cells how the plane is tiled
 * @param slicing a panel for each slice; empty for one panel
 * @param panels a second cut: a row of panels for each part; empty for one row
 * @param minimumCount that was asked for: see {@link #leastStars()}
 * @param difference the statistic of some stars minus that of others; empty for one of all
 * @param model what a star's value would be; empty for no model
 * @param companions what stands beside it
 */
public record Plane(
        ProductHead head,
        List<String> populations,
        Optional<NamedPlane> named,
        AxisSource x,
        AxisSource y,
        Optional<AxisSource> value,
        PlaneStatistic statistic,
        CellPlan cells,
        Optional<SlicesSource> slicing,
        Optional<SlicesSource> panels,
        long minimumCount,
        Optional<Difference> difference,
        Optional<AxisSource> model,
        List<Companion> companions,
        PlaneLook look)
        implements Product {
    public Plane {
        populations = List.copyOf(populations);
        companions = List.copyOf(companions);
    }

    @Override
    public String kind() {
        return "plane";
    }

    @Override
    public List<SlicesSource> slices() {
        return Stream.concat(slicing.stream(), panels.stream()).toList();
    }

    @Override
    public List<ProductHead> samples() {
        return Populations.heads(head, populations);
    }

    @Override
    public boolean takesWeights() {
        return true;
    }

    @Override
    public void read(StarsRead.Reading reading) {
        reading.stars(head, populations, slicing);
        reading.quantities(x, y);
        panels.ifPresent(p -> reading.quantities(p.of()));
        if (value.isPresent()) {
            reading.number(this::value);
        }
        model.ifPresent(reading::quantities);
        PlaneContours.columns(this).forEach(reading::column);
        difference.ifPresent(d -> {
            reading.condition(d.first(), d.place().toString());
            reading.condition(d.second(), d.place().toString());
        });
    }

    /** Its cells and, where they are drawn, running medians and contours. */
    @Override
    public List<String> results() {
        var all = new ArrayList<>(List.of(head.name()));
        if (look.running().isPresent()) {
            all.add(head.name() + PlaneLineTables.RUNNING);
        }
        if (look.contours().isPresent()) {
            all.add(head.name() + PlaneLineTables.CONTOURS);
        }
        return all;
    }

    /** Cells with fewer stars are not shown. */
    long leastStars() {
        return Math.max(minimumCount, statistic.fewestStars());
    }

    /** What the statistic is of; a condition counts as 1 or 0. */
    Expression value(Stars stars) {
        AxisSource of = value.orElseThrow();
        if (!(statistic instanceof PlaneStatistic.Fraction)) {
            return stars.quantity(of).value();
        }
        return stars.condition(of.expression(), of.place().toString()).oneWhereTrue();
    }

    @Override
    public void check(ProductChecks checks) {
        checks.number(x);
        checks.number(y);
        value.ifPresent(v -> {
            if (statistic instanceof PlaneStatistic.Fraction) {
                checks.at(v.place().toString()).condition(Optional.of(v.expression()));
            } else {
                checks.number(v);
            }
        });
        checks.whereSound(() -> PlaneGrid.of(this, Sample.of(checks.stars(), head, Optional.empty()))
                .checkWidths());
        checks.slices(slicing);
        checks.slices(panels);
        model.ifPresent(checks::number);
        difference.ifPresent(d -> {
            ProductChecks there = checks.at(d.place().toString());
            there.condition(Optional.of(d.first()));
            there.condition(Optional.of(d.second()));
        });
    }

    @Override
    public List<SideFile> sideFiles() {
        return look.overlays().stream()
                .filter(SideOverlay.class::isInstance)
                .map(o -> ((SideOverlay) o).file())
                .toList();
    }

    @Override
    public Plane reading(SideFile.Reader reader) {
        return sideFiles().isEmpty()
                ? this
                : new Plane(
                        head,
                        populations,
                        named,
                        x,
                        y,
                        value,
                        statistic,
                        cells,
                        slicing,
                        panels,
                        minimumCount,
                        difference,
                        model,
                        companions,
                        look.reading(reader));
    }

    @Override
    public Inquiry<ProductResult> measured(Stars stars) {
        return PlaneProduct.measured(this, stars);
    }

    @Override
    public String quantity() {
        return statistic.word();
    }

    @Override
    public List<KeyNumber> keyNumbers(ProductResult result) {
        return new CellWords(this, result.main()).keyNumbers(result);
    }

    @Override
    public Comparison comparison() {
        return Comparison.NONE;
    }
}
