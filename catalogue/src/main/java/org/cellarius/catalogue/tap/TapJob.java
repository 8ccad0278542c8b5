package org.cellarius.catalogue.tap;

import java.net.URI;

/**
 * A job at an archive.
 *
 * @param address where it is asked for
 */
public record TapJob(URI address) {

    public TapJob {
        address = TapService.address(address.toString(), "the address of the job");
    }

    /** A job by its address, as a user gives it. */
    public static TapJob at(String address) {
        return new TapJob(TapService.address(address.strip().replaceAll("/+$", ""), "--resume"));
    }

    URI part(String name) {
        return URI.create(address + "/" + name);
    }
}
