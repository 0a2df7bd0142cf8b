package dev.playhead.web.sample;

import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import dev.playhead.web.problem.FieldError;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class SampleController {

    @GetMapping(path = "/me", produces = MediaType.APPLICATION_JSON_VALUE)
    Caller me(Caller caller) {
        return caller;
    }

    @GetMapping("/versioned")
    ResponseEntity<Map<String, Object>> versioned() {
        return ResponseEntity.ok()
                .eTag("\"7\"")
                .body(Map.of("created_at", Instant.EPOCH, "took", Duration.ofSeconds(90)));
    }

    @GetMapping("/thread")
    boolean virtual() {
        return Thread.currentThread().isVirtual();
    }

    @GetMapping("/teachers")
    void teachers(Caller caller) {
        caller.require(Role.TEACHER, Role.ADMIN);
    }

    @GetMapping("/page")
    int page(@RequestParam int limit, @RequestHeader(name = "Playhead-Sample", defaultValue = "-") String header) {
        return limit;
    }

    @GetMapping("/header")
    String header(@RequestHeader("Playhead-Sample") String header) {
        return header;
    }

    @PostMapping("/lenient")
    SampleBody lenient(@RequestBody SampleBody body) {
        return body;
    }

    @PostMapping("/strict")
    SampleBody.Strict strict(@RequestBody SampleBody.Strict body) {
        return body;
    }

    @PostMapping("/length")
    int length(@RequestBody byte[] body) {
        return body.length;
    }

    @GetMapping("/fails")
    void fails() {
        throw new IllegalStateException("jdbc:postgresql://db.internal");
    }

    @GetMapping("/later")
    CompletableFuture<String> later(Caller caller) {
        return CompletableFuture.supplyAsync(() -> {
            throw new ProblemException(Problem.unavailable("No broker answers", Duration.ofMillis(1500)));
        });
    }

    @GetMapping("/refusals/{kind}")
    void refuse(@PathVariable String kind) {
        throw new ProblemException(
                switch (kind) {
                    case "not-found" -> Problem.notFound("Video 'x' is not in the catalog");
                    case "conflict" -> Problem.conflict("Material 'x' belongs to course 'y'");
                    case "precondition-failed" -> Problem.preconditionFailed("The course has changed");
                    case "too-many-requests" -> Problem.tooManyRequests("One a second", Duration.ofMillis(200));
                    case "unavailable" -> Problem.unavailable("No broker answers", Duration.ofSeconds(5));
                    case "invalid" ->
                        Problem.invalid(List.of(
                                new FieldError("watch_time", "must be a number"),
                                new FieldError("total_duration", "is required")));
                    default -> Problem.malformed("Größer als ∞");
                });
    }
}
