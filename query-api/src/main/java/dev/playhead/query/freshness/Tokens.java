package dev.playhead.query.freshness;

import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the header `Playhead-Read-After` says.
final class Tokens {
    static final String HEADER = "Playhead-Read-After";

    private final Topic activity;
    private final Topic catalog;

    Tokens(Topics topics) {
        this.activity = topics.activity();
        this.catalog = topics.catalog();
    }

    /// @param headers each with one token or several, separated by commas
    /// @throws ProblemException (400) where one is no token of ours
    ReadAfter parse(List<String> headers) {
        Set<ActivityPlace> activities = new HashSet<>();
        long catalogOffset = -1;
        for (String text : separated(headers)) {
            Optional<WriteToken> ofActivity = token(activity, text);
            Optional<WriteToken> ofCatalog = token(catalog, text);
            if (ofActivity.isPresent()) {
                WriteToken token = ofActivity.get();
                activities.add(new ActivityPlace(token.partition(), token.offset()));
            } else if (ofCatalog.isPresent()) {
                catalogOffset = Math.max(catalogOffset, ofCatalog.get().offset());
            } else {
                throw new ProblemException(Problem.malformed("The header " + HEADER
                        + " has something that is no token of this service; send what Playhead-Written said"));
            }
        }
        return new ReadAfter(activities, catalogOffset);
    }

    private static List<String> separated(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Optional<WriteToken> token(Topic topic, String text) {
        return WriteToken.parse(topic.name(), text)
                .filter(token -> token.offset() >= 0)
                .filter(token -> token.partition() >= 0 && token.partition() < topic.partitions());
    }
}
