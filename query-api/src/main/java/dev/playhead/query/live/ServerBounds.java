package dev.playhead.query.live;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.websocket.server.ServerContainer;
import java.util.Set;
import org.apache.tomcat.websocket.server.WsSci;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.util.unit.DataSize;

/// Has Tomcat take WebSockets, and bounds what a connection costs. Nothing that clients send is
/// wanted, so there is next to no room for it: 24 kB for each else. And who does not read is
/// noticed when the system's buffer is full, which would grow to megabytes of it.
public final class ServerBounds implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final int INBOUND_MAX = 128;

    private final DataSize sendBuffer;

    public ServerBounds(LiveSettings settings) {
        this.sendBuffer = settings.sendBuffer();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("socket.txBufSize", Long.toString(sendBuffer.toBytes())));
        factory.addContextCustomizers(context -> context.addServletContainerInitializer(new Sockets(), null));
    }

    private static final class Sockets implements ServletContainerInitializer {
        @Override
        public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
            new WsSci().onStartup(null, context);
            if (context.getAttribute(ServerContainer.class.getName()) instanceof ServerContainer container) {
                container.setDefaultMaxTextMessageBufferSize(INBOUND_MAX);
                container.setDefaultMaxBinaryMessageBufferSize(INBOUND_MAX);
            }
        }
    }
}
