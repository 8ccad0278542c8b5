package org.cellarius.catalogue.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The variables that other programs obey are obeyed here. */
class EnvironmentProxyTest {

    private static final EnvironmentProxy PROXY = new EnvironmentProxy(
            Map.of(
                    "https_proxy",
                    "http://proxy.example.org:3128",
                    "HTTP_PROXY",
                    "other.example.org",
                    "no_proxy",
                    "esa.int, .cds.fr"),
            null);

    private static Proxy way(String address) {
        return PROXY.select(URI.create(address)).getFirst();
    }

    @Test
    void theProxyOfTheSchemeIsTaken() {
        assertThat(way("https://example.com/tap").address())
                .isEqualTo(InetSocketAddress.createUnresolved("proxy.example.org", 3128));
        assertThat(way("http://example.com/tap").address())
                .isEqualTo(InetSocketAddress.createUnresolved("other.example.org", 80));
    }

    @Test
    void exemptPlacesAndThisMachineAreAskedDirectly() {
        assertThat(way("https://gea.esac.esa.int/tap")).isEqualTo(Proxy.NO_PROXY);
        assertThat(way("https://tap.cds.fr/")).isEqualTo(Proxy.NO_PROXY);
        assertThat(way("http://127.0.0.1:80/")).isEqualTo(Proxy.NO_PROXY);
        assertThat(way("https://notesa.int/").type()).isEqualTo(Proxy.Type.HTTP);
    }
}
