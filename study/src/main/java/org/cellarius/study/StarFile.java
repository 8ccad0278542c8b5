package org.cellarius.study;

/** A further format in which a study writes its star table, beside Parquet. */
public enum StarFile {
    FITS("stars.fits"),
    VOTABLE("stars.vot"),
    ECSV("stars.ecsv"),
    CSV("stars.csv"),
    HDF5("stars.h5"),
    FEATHER("stars.feather");

    /** What the star table is called in every result folder. */
    public static final String ALWAYS = "stars.parquet";

    private final String file;

    StarFile(String file) {
        this.file = file;
    }

    /** The name of the file in the result folder. */
    public String file() {
        return file;
    }
}
