package dev.playhead.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestTest {
    private final Latest<String, String> latest = new Latest<>(6, String::length);

    @Test
    void what_was_asked_for_longest_ago_goes_first() {
        latest.put("a", "aa");
        latest.put("b", "bb");
        latest.put("c", "cc");
        assertThat(latest.get("a")).isEqualTo("aa");

        latest.put("d", "d");

        assertThat(latest.get("b")).isNull();
        assertThat(latest.get("a")).isEqualTo("aa");
        assertThat(latest.get("c")).isEqualTo("cc");
        assertThat(latest.get("d")).isEqualTo("d");
    }

    @Test
    void one_that_is_large_makes_room_for_itself() {
        latest.put("a", "aa");
        latest.put("b", "bb");
        latest.put("c", "ccccc");

        assertThat(latest.get("a")).isNull();
        assertThat(latest.get("b")).isNull();
        assertThat(latest.get("c")).isEqualTo("ccccc");
    }

    @Test
    void one_that_is_put_again_counts_once() {
        latest.put("a", "aaa");
        latest.put("a", "a");
        latest.put("b", "bbbbb");
        assertThat(latest.get("b")).isEqualTo("bbbbb");
        assertThat(latest.get("a")).isEqualTo("a");

        latest.put("a", "aa");

        assertThat(latest.get("b")).isNull();
        assertThat(latest.get("a")).isEqualTo("aa");
    }

    @Test
    void one_that_grew_in_place_counts_what_it_was_until_it_is_put_again() {
        Latest<String, StringBuilder> growing = new Latest<>(6, StringBuilder::length);
        StringBuilder grows = new StringBuilder("aa");
        growing.put("a", grows);
        growing.put("b", new StringBuilder("bb"));
        grows.append("aaaa");

        growing.put("c", new StringBuilder("cc"));
        assertThat(growing.get("b")).hasToString("bb");
        growing.put("a", grows);

        assertThat(growing.get("b")).isNull();
        assertThat(growing.get("c")).isNull();
        assertThat(growing.get("a")).isSameAs(grows);
    }

    @Test
    void what_is_larger_than_all_is_not_kept() {
        latest.put("a", "aaaaaaa");

        assertThat(latest.get("a")).isNull();
        latest.put("b", "b");
        assertThat(latest.get("b")).isEqualTo("b");
    }
}
