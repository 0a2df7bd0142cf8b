package dev.playhead.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class SumsTest {
    private static final Sums.Form<StringBuilder> TEXT = new Sums.Form<>(
            StringBuilder::new,
            text -> text.toString().getBytes(UTF_8),
            bytes -> new StringBuilder(new String(bytes, UTF_8)));

    private final KeyValueStore<Bytes, byte[]> store = InMemory.store("sums");
    private final Sums<StringBuilder> sums = new Sums<>(store, TEXT, 4, StringBuilder::length);

    @Test
    void each_change_is_stored_and_the_sum_in_use_is_kept_as_it_is() {
        sums.change("a", text -> text.append("1"));
        StringBuilder kept = sums.get("a");
        sums.change("a", text -> text.append("2"));

        assertThat(sums.get("a")).isSameAs(kept);
        assertThat(store.get(Sums.bytes("a"))).asString(UTF_8).isEqualTo("12");
    }

    @Test
    void one_that_grew_in_place_has_its_weight() {
        sums.change("a", text -> text.append("1"));
        StringBuilder grown = sums.get("a");
        sums.change("a", text -> text.append("2345"));

        assertThat(sums.get("a")).as("read again").isNotSameAs(grown).hasToString("12345");
    }

    @Test
    void where_none_is_stored_each_begins_by_itself() {
        sums.change("a", text -> text.append("1"));

        assertThat(sums.get("b")).isEmpty();
    }
}
