package dev.playhead.web.security;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses WebSockets to pages of other origins that are not allowed to call. Browsers do not ask
/// before they open one, so nothing else would.
final class SocketOrigins extends OncePerRequestFilter {

    private final List<String> allowed;
    private final ProblemWriter problems;

    SocketOrigins(CorsSettings settings, ProblemWriter problems) {
        this.allowed = settings.origins();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Upgrades.isWebSocket(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || allowed.contains(origin) || isOwn(origin, request.getHeader(HttpHeaders.HOST))) {
            chain.doFilter(request, response);
        } else {
            var detail = "Pages of this origin may open no WebSocket here (playhead.cors.origins)";
            problems.write(Problem.forbidden(detail), request, response);
        }
    }

    /// By host and port alone: whether TLS ends here or before us is not the page's affair.
    private static boolean isOwn(String origin, @Nullable String host) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority != null && host != null && plain(authority).equals(plain(host));
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }

    private static String plain(String authority) {
        return authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
    }
}
