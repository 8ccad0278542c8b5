package org.cellarius.study;

/** The version of Cellarius; results of another version are not taken from the cache. */
public final class Version {

    public static final String NUMBER = "0.1.0";

    private Version() {}
}
