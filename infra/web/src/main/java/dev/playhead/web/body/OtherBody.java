package dev.playhead.web.body;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A request whose body is made of its own, however it is read.
final class OtherBody extends HttpServletRequestWrapper {

    private final UnaryOperator<ServletInputStream> made;
    private @Nullable ServletInputStream body;

    /// @param made of the body as it comes, when it is first asked for
    OtherBody(HttpServletRequest request, UnaryOperator<ServletInputStream> made) {
        super(request);
        this.made = made;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = made.apply(super.getInputStream());
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var encoding = getCharacterEncoding();
        var charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }
}
