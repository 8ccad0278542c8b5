package org.cellarius.catalogue.tap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way through a proxy: Java's properties ({@code https.proxyHost} …) where they are set, else the variables {@code https_proxy},
 * {@code http_proxy} and {@code no_proxy} that other programs obey. This machine itself is asked directly.
 */
final class EnvironmentProxy extends ProxySelector {

    private final Map<String, String> environment;
    private final @Nullable ProxySelector ofJava;

    /** @param ofJava asked where a variable says nothing; null for none */
    EnvironmentProxy(Map<String, String> environment, @Nullable ProxySelector ofJava) {
        this.environment = environment;
        this.ofJava = ofJava;
    }

    static EnvironmentProxy ofThisMachine() {
        return new EnvironmentProxy(System.getenv(), ProxySelector.getDefault());
    }

    @Override
    public List<Proxy> select(URI address) {
        List<Proxy> java = ofJava == null ? List.of(Proxy.NO_PROXY) : ofJava.select(address);
        boolean stated = java.stream().anyMatch(p -> p.type() != Proxy.Type.DIRECT);
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        if (stated || isExempt(host)) {
            return java;
        }
        String proxy = variable(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT) + "_proxy");
        if (proxy.isEmpty()) {
            return java;
        }
        try {
            URI at = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
            if (at.getHost() == null) {
                return java;
            }
            int port = at.getPort() < 0 ? 80 : at.getPort();
            return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(at.getHost(), port)));
        } catch (IllegalArgumentException e) {
            throw new ServiceFailure("the variable for the proxy holds no address: '" + proxy + "'", e);
        }
    }

    private boolean isExempt(String host) {
        if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
            return true;
        }
        for (String entry : variable("no_proxy").split(",", -1)) {
            String domain = entry.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "");
            if (domain.equals("*") || (!domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain)))) {
                return true;
            }
        }
        return false;
    }

    private String variable(String name) {
        return environment.getOrDefault(name, environment.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {}
}
