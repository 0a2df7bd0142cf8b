package dev.playhead.ingest.shorts;

import dev.playhead.ingest.broker.Written;
import dev.playhead.schemas.id.WriteToken;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/// The answer where all is well.
final class Acceptance {
    private Acceptance() {}

    /// @param written where it is; of nothing that was kept, nowhere
    static <T> ResponseEntity<T> of(Optional<WriteToken> written, T answer) {
        ResponseEntity.BodyBuilder accepted = ResponseEntity.accepted();
        written.ifPresent(token -> accepted.header(Written.HEADER, token.text()));
        return accepted.body(answer);
    }
}
