package dev.playhead.query.live;

import jakarta.websocket.Endpoint;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/// How a WebSocket begins: the subprotocol `bearer` is chosen where it is offered. No compression,
/// which would cost each client some hundred kilobytes for messages of a hundred bytes.
final class SocketHandshake extends ServerEndpointConfig.Configurator {
    private static final List<String> PROTOCOLS = List.of("bearer");

    private final SocketEndpoint endpoint;

    private SocketHandshake(SocketEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    static ServerEndpointConfig to(SocketEndpoint endpoint, String path) {
        return ServerEndpointConfig.Builder.create(Endpoint.class, path)
                .subprotocols(PROTOCOLS)
                .configurator(new SocketHandshake(endpoint))
                .build();
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
        return type.cast(endpoint);
    }

    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return List.of();
    }
}
