package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.engine.Progress;
import org.cellarius.measure.product.Measurement;
import org.cellarius.measure.product.Measurements;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Stars;
import org.cellarius.study.result.Cutflow;

/** Measures the products of a study; their figures are drawn meanwhile. */
final class StudyProducts {

    private final FigureFiles figures;
    private final Cutflow cutflow;
    private final Progress progress;

    StudyProducts(FigureFiles figures, Cutflow cutflow, Progress progress) {
        this.figures = figures;
        this.cutflow = cutflow;
        this.progress = progress;
    }

    /**
     * Measures them; products that the stars do not allow leave the others unharmed, but where there is no other they end the run.
     *
     * @param inMemory whether the columns of the stars are in memory
     */
    Measurements measure(List<Product> products, Stars stars, boolean inMemory) {
        // From memory one product after the other; else the questions of all in as few passes as there are rounds.
        List<List<Product>> rounds = inMemory ? products.stream().map(List::of).toList() : List.of(products);
        var measured = new ArrayList<ProductResult>();
        var lost = new ArrayList<Measurements.Lost>();
        for (List<Product> together : rounds) {
            Measurements of = Measurement.of(together, stars);
            of.measured().forEach(figures::draw);
            measured.addAll(of.measured());
            lost.addAll(of.lost());
        }
        if (measured.isEmpty() && !lost.isEmpty()) {
            tellCutflow();
            throw lost.getFirst().reason();
        }
        lost.forEach(l -> progress.note("not measured: " + l.reason().what()));
        return new Measurements(measured, lost);
    }

    /** No report will show it, and the mistake is often in a cut. */
    private void tellCutflow() {
        cutflow.entries()
                .forEach(c -> progress.note(c.step() + " " + c.detail() + " | " + c.before() + " → " + c.after()
                        + (c.affected() > 0 && c.before() == c.after() ? " (" + c.affected() + ")" : "")));
    }
}
