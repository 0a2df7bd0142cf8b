package dev.playhead.local.door;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// The one address that clients know. Serves the [ApiPage] itself, and passes requests on by the table of [Routes],
/// with all their
/// headers; answers, server-sent events and WebSockets come back as they are written.
public final class FrontDoor implements AutoCloseable {
    private static final HttpString ASKED_METHOD = HttpString.tryFromString("Access-Control-Request-Method");
    private static final int HEADER_BYTES_MAX = 16 * 1024;
    private static final int HEADERS_MAX = 100;
    private static final int IO_THREADS = 2;
    // Each open stream of events holds a connection.
    private static final int CONNECTIONS_MAX = 5_000;
    private static final int IDLE_CONNECTIONS_MAX = 16;
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final Undertow server;

    private FrontDoor(Undertow server) {
        this.server = server;
    }

    /// Listens on loopback, whether or not anybody answers behind it.
    public static FrontDoor open(int port, URI ingest, URI query) {
        Map<Upstream, HttpHandler> upstreams = new EnumMap<>(Upstream.class);
        upstreams.put(Upstream.INGEST, proxy(ingest));
        upstreams.put(Upstream.QUERY, proxy(query));
        HttpHandler page = ApiPage.handler();
        Undertow server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(IO_THREADS)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, HEADER_BYTES_MAX)
                .setServerOption(UndertowOptions.MAX_HEADERS, HEADERS_MAX)
                // Paths are for the services to read; here they stay as they came.
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setHandler(exchange -> {
                    if (ApiPage.has(exchange.getRequestPath())) {
                        page.handleRequest(exchange);
                    } else {
                        route(exchange, upstreams);
                    }
                })
                .build();
        server.start();
        return new FrontDoor(server);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void route(HttpServerExchange exchange, Map<Upstream, HttpHandler> upstreams) throws Exception {
        HeaderMap headers = exchange.getRequestHeaders();
        Upstream upstream = Routes.of(
                exchange.getRequestMethod().toString(), headers.getFirst(ASKED_METHOD), exchange.getRequestPath());
        exchange.addDefaultResponseListener(new AwayProblem(upstream));
        HttpHandler proxy = upstreams.get(upstream);
        if (proxy != null) {
            proxy.handleRequest(exchange);
        }
    }

    private static ProxyHandler proxy(URI upstream) {
        // An upgraded connection is a client's own and never goes back to the pool.
        LoadBalancingProxyClient client = new LoadBalancingProxyClient(
                exchange -> exchange.getRequestHeaders().contains(Headers.UPGRADE));
        client.addHost(upstream)
                .setConnectionsPerThread(CONNECTIONS_MAX)
                .setSoftMaxConnectionsPerThread(IDLE_CONNECTIONS_MAX)
                .setTtl((int) IDLE.toMillis())
                .setProblemServerRetry(1);
        return ProxyHandler.builder().setProxyClient(client).build();
    }
}
