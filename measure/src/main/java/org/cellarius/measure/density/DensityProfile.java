package org.cellarius.measure.density;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.density.DiscProfile.Vertical;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Prior;
import org.cellarius.galaxy.selection.SelectionKernel;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductChecks;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.SideFile;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.StarsRead;

/**
 * The density of a population as a disc: broken exponentials in radius, exponential or sech&sup2; in height, a thickness that may flare.
 *
 * @param selection what the survey has
 * @param breaks where the break may lie, kpc; empty for one exponential
 * @param flares whether the thickness changes with radius
 * @param computation how the posterior is drawn
 */
public record DensityProfile(
        ProductHead head,
        SelectionSource selection,
        Optional<Prior.Uniform> breaks,
        boolean flares,
        Vertical vertical,
        Computation.Importance computation)
        implements Product {

    private static final int USUAL_DRAWS = 4000;

    @Override
    public String kind() {
        return "density-profile";
    }

    @Override
    public List<String> results() {
        return List.of(head.name(), head.name() + "-counts");
    }

    /** What is read of each star: places, then what the selection needs. */
    List<AxisSource> numbers() {
        return selection instanceof CatalogueSelection c
                ? Stream.concat(places().stream(), c.quantities().stream()).toList()
                : places();
    }

    /** The condition of the catalogue whose selection is taken; empty where none is named. */
    private Optional<String> catalogue() {
        return selection instanceof CatalogueSelection c ? c.condition() : Optional.empty();
    }

    /** Which stars are those of the selection. */
    Expression chosen(Stars stars) {
        return catalogue().map(c -> stars.condition(c, head.place().toString())).orElse(Expression.always());
    }

    private List<AxisSource> places() {
        return List.of("x", "y", "z").stream()
                .map(name -> new AxisSource(name, Optional.empty(), Optional.empty(), List.of(), head.place()))
                .toList();
    }

    @Override
    public void read(StarsRead.Reading reading) {
        reading.stars(head, List.of(), Optional.empty());
        numbers().forEach(p -> reading.quantities(p));
        catalogue().ifPresent(c -> reading.condition(c, head.place().toString()));
    }

    @Override
    public void check(ProductChecks checks) {
        if (selection instanceof CatalogueSelection c
                && checks.stars().table().column(SelectionKernel.SELECTION).isEmpty()) {
            checks.mistakes()
                    .add(new InputError(
                            "the stars have no 'selection', of which this density profile makes its volume",
                            c.place().toString(),
                            "Add  selection  to the catalogue: docs/science/selection.md"));
            return;
        }
        numbers().forEach(checks::number);
        checks.whereSound(() -> sun(checks.stars()));
    }

    Sun sun(Stars stars) {
        return stars.sun()
                .orElseThrow(() -> new InputError(
                        "a density profile needs the place of the Sun",
                        head.place().toString(),
                        "Add  sun  and  phase-space: positions"));
    }

    @Override
    public List<SideFile> sideFiles() {
        return switch (selection) {
            case SelectionSource.Rows rows -> List.of(rows.file());
            case CatalogueSelection c -> c.tracer() instanceof TracerSource.Table t ? List.of(t.file()) : List.of();
            case SelectionSource.Known k -> List.of();
        };
    }

    @Override
    public DensityProfile reading(SideFile.Reader reader) {
        SelectionSource read = switch (selection) {
            case SelectionSource.Rows rows -> rows.read(reader);
            case CatalogueSelection c -> c.read(reader);
            case SelectionSource.Known k -> k;
        };
        return new DensityProfile(head, read, breaks, flares, vertical, computation);
    }

    @Override
    public Inquiry<ProductResult> measured(Stars stars) {
        return DensityProduct.measured(this, Sample.of(stars, head, Optional.empty()));
    }

    @Override
    public String quantity() {
        return "inner";
    }

    @Override
    public List<KeyNumber> keyNumbers(ProductResult result) {
        return KeyNumber.rows(result, "inner", "outer", "break", "height", "flare");
    }

    @Override
    public Comparison comparison() {
        return Comparison.NAMED;
    }

    @Override
    public List<String> methods() {
        return List.of(
                "density profiles: stars as points of an inhomogeneous Poisson process, ln L = Σ ln ν(x) − N ln ∫ ν S dV, S being the selection; posterior with uniform priors by importance sampling, or by an ensemble of walkers where that fails its checks. The fit is tested by counts in radius and height with the statistic of Nikulin, Rao and Robson, which allows for the fitted parameters.");
    }

    @Override
    public List<String> citations() {
        return List.of(
                "Bovy et al. (2016), ApJ 823, 30: densities of mono-abundance populations under a selection",
                "Rao & Robson (1974), Commun. Stat. 3, 1139: a chi-square statistic after a fit to the unbinned data");
    }

    /** Reads the section of a product of this kind. */
    public static DensityProfile read(ProductHead head, Section s) {
        List<Double> breaks = AxisSource.rising(s, "break");
        if (!breaks.isEmpty() && !(breaks.get(0) >= 0)) {
            throw new InputError(
                    "a break from " + breaks.get(0) + " to " + breaks.get(1) + " kpc: radii are not below 0",
                    s.place("break").toString(),
                    "Write where the break may lie, such as [6, 11]");
        }
        return new DensityProfile(
                head,
                SelectionSource.read(s.section("selection")),
                breaks.isEmpty() ? Optional.empty() : Optional.of(new Prior.Uniform(breaks.get(0), breaks.get(1))),
                s.has("flare") ? Boolean.parseBoolean(s.text("flare")) : false,
                s.choiceOr("vertical", "vertical profile", Arrays.asList(Vertical.values()), Vertical.EXPONENTIAL),
                new Computation.Importance((int) s.integerOr("draws", USUAL_DRAWS), s.integerOr("seed", 1)));
    }
}
