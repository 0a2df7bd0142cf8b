package dev.playhead.query.page;

import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.security.OpenPaths;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Serves the page and its files. Everyone may have them; what a token may see the API decides.
public final class AudiencePage {
    private static final String PATH = "/audience";

    /// Nothing comes from elsewhere or goes there, no script stands in the page, and no text becomes markup.
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "object-src 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    private final PageFile page = PageFile.page();
    private final Map<String, PageFile> files = PageFile.files();

    private AudiencePage() {}

    public static OpenPaths open() {
        return new OpenPaths(List.of(PATH, PATH + "/", PATH + "/*"));
    }

    public static RouterFunction<ServerResponse> routes() {
        AudiencePage served = new AudiencePage();
        return RouterFunctions.route()
                .route(read(PATH), request -> answer(served.page, request))
                // The page names its files from where it stands.
                .route(
                        read(PATH + "/"),
                        request -> ServerResponse.temporaryRedirect(URI.create(".." + PATH))
                                .build())
                .route(
                        read(PATH + "/{file}"),
                        request -> answer(served.files.get(request.pathVariable("file")), request))
                .build();
    }

    private static RequestPredicate read(String path) {
        return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(path));
    }

    private static ServerResponse answer(@Nullable PageFile file, ServerRequest request) {
        if (file == null) {
            throw new ProblemException(Problem.notFound("The page has no such file"));
        }
        return request.checkNotModified(file.tag())
                .orElseGet(() -> ServerResponse.ok()
                        .eTag(file.tag())
                        .contentType(file.type())
                        .header("Content-Security-Policy", POLICY)
                        .header("Referrer-Policy", "no-referrer")
                        .body(file.content()));
    }
}
