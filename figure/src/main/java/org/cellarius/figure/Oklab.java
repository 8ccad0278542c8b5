package org.cellarius.figure;

/**
 * A colour in Oklab (Ottosson 2020, bottosson.github.io/posts/oklab): equal steps look equal, so that colours may be mixed in it.
 *
 * @param lightness 0 (black) to 1 (white)
 * @param a green to red
 * @param b blue to yellow
 */
record Oklab(double lightness, double a, double b) {

    /** From lightness, chroma and hue angle in degrees. */
    static Oklab polar(double lightness, double chroma, double hueDeg) {
        double hue = Math.toRadians(hueDeg);
        return new Oklab(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
    }

    static Oklab ofRgb(int rgb) {
        double red = linear(rgb >> 16 & 0xFF);
        double green = linear(rgb >> 8 & 0xFF);
        double blue = linear(rgb & 0xFF);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new Oklab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /** The nearest sRGB colour, 0xRRGGBB. */
    int rgb() {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        int red = encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return red << 16 | green << 8 | blue;
    }

    /** The colour {@code fraction} of the way to {@code other}. */
    Oklab towards(Oklab other, double fraction) {
        return new Oklab(
                lightness + fraction * (other.lightness - lightness),
                a + fraction * (other.a - a),
                b + fraction * (other.b - b));
    }

    private static double cube(double value) {
        return value * value * value;
    }

    /** The transfer function of sRGB (IEC 61966-2-1). */
    private static double linear(int encoded) {
        double value = encoded / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int encoded(double linear) {
        double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.clamp(value, 0.0, 1.0));
    }
}
