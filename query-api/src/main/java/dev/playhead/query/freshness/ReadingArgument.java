package dev.playhead.query.freshness;

import dev.playhead.schemas.topic.Topics;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives controller methods their [Reading].
public final class ReadingArgument implements HandlerMethodArgumentResolver {
    private final Tokens tokens;
    private final FreshReads reads;

    public ReadingArgument(Topics topics, FreshReads reads) {
        this.tokens = new Tokens(topics);
        this.reads = reads;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Reading.class;
    }

    @Override
    public Reading resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        if (response == null) {
            throw new IllegalStateException("There is no HTTP response to say it on");
        }
        String[] headers = request.getHeaderValues(Tokens.HEADER);
        ReadAfter after = headers == null ? ReadAfter.NOTHING : tokens.parse(List.of(headers));
        return new Reading(reads, after, response);
    }
}
