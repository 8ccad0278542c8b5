package org.cellarius.galaxy.action;

/**
 * The region that an orbit fills in the St&auml;ckel approximation: u_min &le; u &le; u_max, v_min &le; v &le; &pi; &minus; v_min. In terms of
 * &sigma; = &Delta;&sup2; sinh&sup2;u = &lambda; &minus; &Delta;&sup2; and q = cos&sup2;v = &nu;/&Delta;&sup2;:
 *
 * @param focalDistanceKpc &Delta;
 * @param innerKpc2 &sigma; of u_min
 * @param outerKpc2 &sigma; of u_max
 * @param greatestQ q of v_min
 */
record OrbitBox(double focalDistanceKpc, double innerKpc2, double outerKpc2, double greatestQ) {

    OrbitBox {
        if (!(innerKpc2 >= 0 && outerKpc2 >= innerKpc2 && greatestQ >= 0 && greatestQ <= 1)) {
            throw new IllegalArgumentException("sigma from " + innerKpc2 + " to " + outerKpc2 + " kpc2, q to "
                    + greatestQ + ": no box, these grow from 0 and q ends at 1");
        }
    }

    /** Height of the corner (u_max, v_min): (&lambda;_max &nu;_max)^&frac12;/&Delta;. */
    double zmaxKpc() {
        double lambda = outerKpc2 + focalDistanceKpc * focalDistanceKpc;
        return Math.sqrt(lambda * greatestQ);
    }

    /** Distance from the centre of the innermost point, which lies in the plane: also the smallest R there. */
    double pericentreKpc() {
        return Math.sqrt(innerKpc2);
    }

    /** Distance from the centre of the outermost point, the corner (u_max, v_min). */
    double apocentreKpc() {
        return Math.sqrt(outerKpc2 + focalDistanceKpc * focalDistanceKpc * greatestQ);
    }

    /** Smallest cylindrical radius: that of the corner (u_min, v_min). */
    double smallestRadiusKpc() {
        return Math.sqrt(innerKpc2 * (1 - greatestQ));
    }

    /** Largest cylindrical radius: that in the plane. */
    double largestRadiusKpc() {
        return Math.sqrt(outerKpc2);
    }

    /** (apocentre &minus; pericentre)/(apocentre + pericentre); zero for a star at rest in the centre. */
    double eccentricity() {
        double apo = apocentreKpc();
        double peri = pericentreKpc();
        return apo > 0 ? (apo - peri) / (apo + peri) : 0;
    }
}
