package org.cellarius.catalogue.votable;

import java.util.Locale;

/** INFO elements with which a service says that its answer is not all of it (DALI 1.1, section 4.4; VizieR's warnings). */
final class ServiceInfo {
    private ServiceInfo() {}

    /** What such an element means; empty where there is nothing to tell. */
    static String of(String name, String value) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "QUERY_STATUS" ->
                switch (value.toUpperCase(Locale.ROOT)) {
                    case "OK", "" -> "";
                    case "OVERFLOW" -> "the service cut its answer off (QUERY_STATUS OVERFLOW): rows are missing";
                    case "ERROR" -> "the service reports an error (QUERY_STATUS ERROR)";
                    default -> "the service gives the status " + value + " (QUERY_STATUS)";
                };
            case "WARNING", "ERROR" -> "the service says " + name.toLowerCase(Locale.ROOT) + " " + value;
            default -> "";
        };
    }
}
