package org.cellarius.galaxy.population;

/**
 * What errors of a weighted sample need: the sum of the weights, and sums of squared weights times powers of the distance d of a value from the weighted mean.
 *
 * @param weight &Sigma; w
 * @param squares &Sigma; w&sup2;
 * @param first &Sigma; w&sup2; d
 * @param second &Sigma; w&sup2; d&sup2;
 * @param third &Sigma; w&sup2; d&sup3;
 * @param fourth &Sigma; w&sup2; d&#8308;
 */
public record WeightSums(double weight, double squares, double first, double second, double third, double fourth) {

    /** Kish's effective number of stars, (&Sigma; w)&sup2;/&Sigma; w&sup2; (Kish 1965, Survey Sampling, Wiley, sect. 11.7). */
    public double effective() {
        return weight * weight / squares;
    }

    /** About another mean, by which the distances grow. */
    WeightSums shifted(double by) {
        double b2 = by * by;
        return new WeightSums(
                weight,
                squares,
                first + by * squares,
                second + 2 * by * first + b2 * squares,
                third + 3 * by * second + 3 * b2 * first + b2 * by * squares,
                fourth + 4 * by * third + 6 * b2 * second + 4 * b2 * by * first + b2 * b2 * squares);
    }

    /** Both samples, about the same mean. */
    WeightSums plus(WeightSums o) {
        return new WeightSums(
                weight + o.weight,
                squares + o.squares,
                first + o.first,
                second + o.second,
                third + o.third,
                fourth + o.fourth);
    }
}
