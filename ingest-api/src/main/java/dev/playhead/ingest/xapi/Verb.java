package dev.playhead.ingest.xapi;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a player says that a student did.
enum Verb {
    INITIALIZED("http://adlnet.gov/expapi/verbs/initialized"),
    PLAYED("https://w3id.org/xapi/video/verbs/played"),
    PAUSED("https://w3id.org/xapi/video/verbs/paused"),
    SEEKED("https://w3id.org/xapi/video/verbs/seeked"),
    INTERACTED("http://adlnet.gov/expapi/verbs/interacted"),
    COMPLETED("http://adlnet.gov/expapi/verbs/completed"),
    TERMINATED("http://adlnet.gov/expapi/verbs/terminated");

    private static final Map<String, Verb> BY_IRI =
            Arrays.stream(values()).collect(Collectors.toMap(verb -> verb.iri, Function.identity()));

    private final String iri;

    Verb(String iri) {
        this.iri = iri;
    }

    static Optional<Verb> of(String iri) {
        return Optional.ofNullable(BY_IRI.get(iri));
    }

    /// Whether it is said of videos alone. The others are everyone's: a course is completed too.
    boolean isOfVideosAlone() {
        return iri.startsWith(Profile.IRI);
    }
}
