package org.cellarius.galaxy.frame;

/**
 * A direction in Galactic coordinates.
 *
 * @param longitudeDeg from 0 to 360, degrees
 * @param latitudeDeg degrees
 */
public record GalacticDirection(double longitudeDeg, double latitudeDeg) {

    /** From right ascension and declination, ICRS, degrees; as astropy, to 1e-12 degrees. */
    public static GalacticDirection ofIcrs(double raDeg, double decDeg) {
        double ra = Math.toRadians(raDeg);
        double dec = Math.toRadians(decDeg);
        double x = Math.cos(dec) * Math.cos(ra);
        double y = Math.cos(dec) * Math.sin(ra);
        double z = Math.sin(dec);
        Rotation r = Rotation.ICRS_TO_GALACTIC;
        double gx = r.xx() * x + r.xy() * y + r.xz() * z;
        double gy = r.yx() * x + r.yy() * y + r.yz() * z;
        double gz = r.zx() * x + r.zy() * y + r.zz() * z;
        double longitude = Math.toDegrees(Math.atan2(gy, gx));
        return new GalacticDirection(
                longitude < 0 ? longitude + 360 : longitude, Math.toDegrees(Math.atan2(gz, Math.hypot(gx, gy))));
    }
}
