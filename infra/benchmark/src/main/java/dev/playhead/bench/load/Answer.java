package dev.playhead.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What came back.
///
/// @param headers as lines
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Answer(int status, List<String> headers, byte[] body) {
    public Optional<String> header(String name) {
        for (String line : headers) {
            if (line.length() > name.length()
                    && line.charAt(name.length()) == ':'
                    && line.regionMatches(true, 0, name, 0, name.length())) {
                return Optional.of(line.substring(name.length() + 1).strip());
            }
        }
        return Optional.empty();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean isLast() {
        return header("Connection").filter("close"::equalsIgnoreCase).isPresent();
    }
}
