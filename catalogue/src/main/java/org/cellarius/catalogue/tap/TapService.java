package org.cellarius.catalogue.tap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;

/**
 * An archive that answers ADQL.
 *
 * @param name the word for it; an address given by the user is its own name
 * @param holds what is there, for people
 * @param address its TAP base address, without {@code /sync} and {@code /async}
 */
public record TapService(String name, String holds, URI address) {

    private static final List<TapService> NAMED = List.of(
            named("gaia", "Gaia data releases, ESA", "https://gea.esac.esa.int/tap-server/tap"),
            named("vizier", "published catalogues, CDS", "https://tapvizier.cds.unistra.fr/TAPVizieR/tap"),
            named("simbad", "identifications of objects, CDS", "https://simbad.cds.unistra.fr/simbad/sim-tap"),
            named("datacentral", "GALAH and others, AAO Data Central", "https://datacentral.org.au/vo/tap"));

    public TapService {
        checkAddress(address, name);
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new InputError(
                    "the address of a TAP service has neither ? nor #", name, "Give the part before /sync");
        }
    }

    /** The archives with names. */
    public static List<TapService> all() {
        return NAMED;
    }

    /** An archive by its name, or by its address. */
    public static TapService of(String word) {
        if (word.contains("/") || word.contains(":")) {
            String base = word.strip().replaceAll("/+$", "").replaceAll("/(sync|async)$", "");
            return new TapService(word, "", address(base, "--service"));
        }
        return NAMED.stream()
                .filter(s -> s.name().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InputError(
                        "there is no service named '" + word + "'" + nearest(word),
                        "--service",
                        "Choose one of " + names() + ", or give an address that begins with https://"));
    }

    /** An address that may be asked: absolute, http or https, without a password. */
    static URI address(String text, String where) {
        try {
            URI address = new URI(text.strip());
            checkAddress(address, where);
            return address;
        } catch (URISyntaxException e) {
            throw new InputError("'" + text + "' is no address: " + e.getReason(), where, "Write https://...")
                    .withCause(e);
        }
    }

    URI at(String path) {
        return URI.create(address + path);
    }

    private static void checkAddress(URI address, String where) {
        if (address.getRawUserInfo() != null) {
            throw new InputError(
                    "the address contains a user name or a password",
                    where,
                    "Leave it out: addresses are kept in files and logs, and queries here are those that need no account");
        }
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || address.getHost() == null || address.getPort() == 0 || address.getPort() > 65535) {
            throw new InputError("'" + address + "' is no address of the web", where, "Write https://...");
        }
    }

    private static TapService named(String name, String holds, String address) {
        return new TapService(name, holds, URI.create(address));
    }

    private static String names() {
        return NAMED.stream().map(TapService::name).collect(Collectors.joining(", "));
    }

    private static String nearest(String word) {
        return NearestWord.question(NAMED.stream().map(TapService::name).toList(), word);
    }
}
