package dev.playhead.web.body;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// Refuses a body that says it is packed where it is read as it comes. Spring does not look at
/// `Content-Encoding`, and what is said of a body would not be what is done with it.
@ControllerAdvice
final class PlainBodies extends RequestBodyAdviceAdapter {

    private static final String AS_IT_IS = "identity";

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage body,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        for (String encoding : body.getHeaders().getOrEmpty(HttpHeaders.CONTENT_ENCODING)) {
            if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase(AS_IT_IS)) {
                throw new ProblemException(
                        Problem.unsupportedMediaType("The Content-Encoding is not supported here; use none"));
            }
        }
        return body;
    }
}
