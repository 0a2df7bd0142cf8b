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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Courses to look at and a class that has watched some of them, all through the public API.
///
/// @param data where it is noted what the class has done
public record Demo(URI frontDoor, Tokens tokens, Path data, Terminal terminal) {
    private static final long SEED = 20_261_121;

    /// Puts the courses that are missing or differ; the class watches, and scrolls through shorts, once in the
    /// life of the data. What fails is said, and the platform is up all the same.
    public void load() throws InterruptedException {
        Path watched = data.resolve("demo-watched");
        Path scrolled = data.resolve("demo-scrolled");
        try (Api api = new Api(frontDoor)) {
            putCourses(api);
            if (!Files.exists(watched)) {
                letThemWatch(api);
                Files.writeString(watched, "The demo class has watched.\n");
            }
            if (!Files.exists(scrolled) && letThemScroll(api)) {
                Files.writeString(scrolled, "The demo class has scrolled through shorts.\n");
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
        Instant now = InstantSource.system().instant();
        List<WatchReport> reports = new ArrayList<>(DemoClassroom.reports(new SplittableRandom(SEED), now));
        reports.addAll(DemoEvening.reports(now));
        new DemoClass(api, tokens).watch(reports);
        terminal.done("demo class", since(began), reports.size() + " heartbeats");
    }

    /// @return whether it is kept; they scroll another time where it is not
    private boolean letThemScroll(Api api) throws InterruptedException {
        long began = System.nanoTime();
        List<ShortsCall> calls = DemoSittings.calls(
                new SplittableRandom(SEED), InstantSource.system().instant());
        boolean kept = new DemoShorts(api, tokens).watch(calls);
        String note =
                kept ? calls.size() + " reports, likes and shares" : "not watched: SHORT_VIDEOS_MOCK keeps nothing";
        terminal.done("demo shorts", since(began), note);
        return kept;
    }

    private static Duration since(long beganNanos) {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }
}
