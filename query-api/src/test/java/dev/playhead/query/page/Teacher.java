package dev.playhead.query.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.testing.browser.Tab;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// Somebody who has the page open in a browser.
///
/// @param address of the page
record Teacher(Tab tab, String address) implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(15);
    /// Goes where the address names it, and says who is asking.
    Teacher looksAt(String course, String video, String token) {
        tab.go(address + "#course=" + course + "&video=" + video);
        enters(token);
        return this;
    }

    void enters(String token) {
        sees("#enter", "Access token");
        tab.evaluate("document.getElementById('token').focus()");
        tab.type(token);
        tab.press("Enter");
    }

    /// Waits until it can be read there.
    void sees(String selector, String text) {
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(reads(selector)).contains(text));
    }

    void doesNotSee(String selector) {
        await().atMost(SOON).ignoreExceptions().until(() -> reads(selector).isEmpty());
    }

    String reads(String selector) {
        return tab.text(selector);
    }

    /// What a picture is of: the values of its first data set.
    JsonNode drawn(String picture) {
        return tab.evaluate("Chart.getChart('" + picture + "').data.datasets[0].data");
    }

    boolean hasInk(String picture) {
        return tab.evaluate("""
        (() => {
          const canvas = document.getElementById('%s');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return data.some((value, at) => at %% 4 === 3 && value > 0);
        })()""".formatted(picture)).asBoolean();
    }

    long asked(String path) {
        return tab.asked().stream().filter(each -> each.url().contains(path)).count();
    }

    @Override
    public void close() {
        tab.close();
    }
}
