package dev.playhead.web.caller;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives controller methods their [Caller].
final class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (request.getUserPrincipal() instanceof CallerAuthentication authentication) {
            return authentication.getPrincipal();
        }
        throw new ProblemException(Problem.unauthorized("A valid bearer token is needed"));
    }
}
