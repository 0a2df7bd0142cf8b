package dev.playhead.local.door;

import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.server.handlers.resource.ClassPathResourceManager;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The page on which the APIs are read and tried: Swagger UI as its makers ship it, told where our
/// documents are. It fetches nothing from elsewhere.
final class ApiPage {
    static final String PATH = "/swagger-ui";

    private static final String SHIPPED = "META-INF/resources/webjars/swagger-ui/";
    private static final String VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final HttpString POLICY = HttpString.tryFromString("Content-Security-Policy");
    private static final String ITSELF = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
    private static final String DOCUMENTS = """
            window.onload = function () {
              window.ui = SwaggerUIBundle({
                urls: [
                  { name: 'Writes', url: '/v3/api-docs/ingest' },
                  { name: 'Reads', url: '/v3/api-docs/query' },
                ],
                dom_id: '#swagger-ui',
                presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
                layout: 'StandaloneLayout',
                deepLinking: true,
                persistAuthorization: true,
                validatorUrl: null,
              });
            };
            """;

    private ApiPage() {}

    static boolean has(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    static HttpHandler handler() {
        ClassLoader loader = ApiPage.class.getClassLoader();
        HttpHandler shipped = Handlers.resource(new ClassPathResourceManager(loader, SHIPPED + version(loader)))
                .setWelcomeFiles("index.html");
        HttpHandler documents = exchange -> {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/javascript; charset=utf-8");
            exchange.getResponseSender().send(DOCUMENTS);
        };
        return Handlers.path(ResponseCodeHandler.HANDLE_404)
                .addExactPath(PATH + "/swagger-initializer.js", documents)
                .addPrefixPath(PATH, exchange -> {
                    exchange.getResponseHeaders().put(POLICY, ITSELF);
                    // The page names its parts from where it stands.
                    HttpHandler next = exchange.getRequestPath().equals(PATH) ? Handlers.redirect(PATH + "/") : shipped;
                    next.handleRequest(exchange);
                });
    }

    /// Stands in the path of what is shipped.
    private static String version(ClassLoader loader) {
        try (InputStream file = loader.getResourceAsStream(VERSION)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
