package dev.playhead.web.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;

/// The kinds of refusal there are. Each has a URI that clients may rely on; nothing is served there.
public enum ProblemType {
    MALFORMED(HttpStatus.BAD_REQUEST, "The request is malformed"),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "A valid token is needed"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "The caller may not do this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not supported here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No acceptable media type can be answered"),
    CONFLICT(HttpStatus.CONFLICT, "The request conflicts with what is there"),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "The precondition does not hold"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The media type is not supported"),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "The request is not valid"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "There are too many requests"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The service is not available"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "The service failed");

    private static final Set<Integer> OF_THE_CALLER =
            Set.of(HttpStatus.NOT_IMPLEMENTED.value(), HttpStatus.HTTP_VERSION_NOT_SUPPORTED.value());

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public URI uri() {
        return URI.create("urn:playhead:problem:" + slug());
    }

    public int status() {
        return status.value();
    }

    public String title() {
        return title;
    }

    /// The type of a status that someone else chose (Tomcat, Spring): an unknown 4xx is malformed,
    /// an unknown 5xx internal. Of a version, method or transfer coding that it does not know Tomcat
    /// says 5xx; it is what the caller sent, and no failure.
    static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(status < 500 || OF_THE_CALLER.contains(status) ? MALFORMED : INTERNAL);
    }

    private String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
