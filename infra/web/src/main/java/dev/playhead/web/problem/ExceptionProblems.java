package dev.playhead.web.problem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Which problem an exception is.
final class ExceptionProblems {

    private static final int CAUSES_MAX = 10;

    private final JsonProblems json;
    private final Expectation expectation;

    ExceptionProblems(JsonProblems json, JsonMapper mapper) {
        this.json = json;
        this.expectation = new Expectation(mapper);
    }

    /// A refusal of ours counts however deep frameworks have wrapped it.
    Problem of(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> cause instanceof ProblemException refusal ? Stream.of(refusal) : Stream.empty())
                .findFirst()
                .map(ProblemException::problem)
                .orElseGet(() -> ofOthers(failure));
    }

    private Problem ofOthers(Throwable failure) {
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable.getCause());
            case NoResourceFoundException none -> noSuchPath();
            case NoHandlerFoundException none -> noSuchPath();
            case HttpRequestMethodNotSupportedException other ->
                Problem.methodNotAllowed(
                        other.getMethod() + " is not supported here" + instead(other.getSupportedMethods()));
            case HttpMediaTypeNotSupportedException other ->
                Problem.unsupportedMediaType("The Content-Type is missing or not supported here"
                        + instead(other.getSupportedMediaTypes().toArray()));
            case HttpMediaTypeNotAcceptableException other ->
                Problem.notAcceptable("The Accept header allows nothing that can be answered here"
                        + instead(other.getSupportedMediaTypes().toArray()));
            case MissingRequestHeaderException header ->
                Problem.malformed("The header " + header.getHeaderName() + " is missing");
            case MissingServletRequestParameterException missing ->
                Problem.invalid(missing.getParameterName(), "is required");
            case MethodArgumentTypeMismatchException wrong -> wrongType(wrong.getName(), wrong);
            case TypeMismatchException wrong -> wrongType(wrong.getPropertyName(), wrong);
            case BindingResult binding -> bound(binding);
            case HandlerMethodValidationException invalid -> validated(invalid);
            case RequestRejectedException any -> Problem.malformed("The request's path or a header is malformed");
            // Tomcat parses the query when it is first asked for a parameter, deep within whoever asks.
            case InvalidParameterException any ->
                Problem.malformed("The query is malformed, or has too many parameters");
            case AuthenticationException any -> Problem.unauthorized("A valid bearer token is needed");
            case AccessDeniedException any -> Problem.forbidden("The caller may not do this");
            case ErrorResponse other -> StatusProblems.of(other.getStatusCode().value());
            default -> Problem.internal();
        };
    }

    private static Problem noSuchPath() {
        return Problem.notFound("There is no such path; see the documentation for those there are");
    }

    private Problem unreadable(@Nullable Throwable cause) {
        if (cause == null) {
            return Problem.malformed("The body is missing; JSON is needed");
        }
        return cause instanceof JacksonException failure
                ? json.of(failure)
                : Problem.malformed("The body could not be read to its end");
    }

    private Problem wrongType(@Nullable String name, TypeMismatchException wrong) {
        return Problem.invalid(name == null ? "parameter" : name, expectation.of(wrong.getRequiredType()));
    }

    private static Problem bound(BindingResult binding) {
        return errors(binding.getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), message(error.getDefaultMessage())))
                .toList());
    }

    private static Problem validated(HandlerMethodValidationException invalid) {
        return errors(invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldError(
                                message(result.getMethodParameter().getParameterName()),
                                message(error.getDefaultMessage()))))
                .toList());
    }

    private static Problem errors(List<FieldError> errors) {
        return errors.isEmpty() ? StatusProblems.of(ProblemType.INVALID.status()) : Problem.invalid(errors);
    }

    private static String message(@Nullable String message) {
        return message == null ? "is not valid" : message;
    }

    private static String instead(Object @Nullable [] supported) {
        return supported == null || supported.length == 0
                ? ""
                : "; use " + Stream.of(supported).map(Object::toString).collect(Collectors.joining(" or "));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX);
    }
}
