package dev.playhead.local.demo;

import dev.playhead.local.terminal.Terminal;
import dev.playhead.testing.sample.DemoCatalog;
import dev.playhead.testing.student.DemoClassroom;
import dev.playhead.testing.student.DemoSittings;
import dev.playhead.testing.student.ShortsCall;
import dev.playhead.testing.student.WatchReport;
import dev.playhead.testing.tokens.TokenRequest;
import dev.playhead.testing.tokens.Tokens;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/// Courses to look at and a class that has watched some of them, all through the public API.
///
/// @param watched a file that says that the class has watched
public record Demo(URI frontDoor, Tokens tokens, Path watched, Terminal terminal) {
    private static final long SEED = 20_261_121;

    /// Puts the courses that are missing or differ; the class watches once in the life of the data.
    /// What fails is said, and the platform is up all the same.
    public void load() throws InterruptedException {
        try (Api api = new Api(frontDoor)) {
            putCourses(api);
            if (!Files.exists(watched)) {
                letThemWatch(api);
                letThemScroll(api);
                Files.writeString(watched, "The demo class has watched.\n");
            }
        } catch (DemoFailedException | IOException e) {
            terminal.say("  The demo is not complete: " + e.getMessage());
        }
    }

    private void putCourses(Api api) throws InterruptedException {
        long began = System.nanoTime();
        DemoCourses courses = new DemoCourses(api, tokens.mint(TokenRequest.admin("demo-admin")));
        int put = courses.load(DemoCatalog.courses());
        terminal.done("demo courses", since(began), put == 0 ? "as before" : put + " put");
    }

    private void letThemWatch(Api api) throws InterruptedException {
        long began = System.nanoTime();
        List<WatchReport> reports = DemoClassroom.reports(
                new SplittableRandom(SEED), InstantSource.system().instant());
        new DemoClass(api, tokens).watch(reports);
        terminal.done("demo class", since(began), reports.size() + " heartbeats");
    }

    private void letThemScroll(Api api) throws InterruptedException {
        long began = System.nanoTime();
        List<ShortsCall> calls = DemoSittings.calls(
                new SplittableRandom(SEED), InstantSource.system().instant());
        new DemoShorts(api, tokens).watch(calls);
        terminal.done("demo shorts", since(began), calls.size() + " reports, likes and shares");
    }

    private static Duration since(long beganNanos) {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }
}
