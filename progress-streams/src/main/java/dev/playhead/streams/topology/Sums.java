package dev.playhead.streams.topology;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Sums of one kind in a store. Those in use are kept as they are: to read one of hundreds of numbers
/// at each heartbeat would take longer than the heartbeat.
final class Sums<S> {
    private final KeyValueStore<Bytes, byte[]> store;
    private final Form<S> form;
    private final Latest<String, Kept<S>> kept;
    private final ToIntFunction<S> weigher;

    /// @param keptMax of the weights of all that is kept
    Sums(KeyValueStore<Bytes, byte[]> store, Form<S> form, long keptMax, ToIntFunction<S> weigher) {
        this.store = store;
        this.form = form;
        this.weigher = weigher;
        this.kept = new Latest<>(keptMax, its -> weigher.applyAsInt(its.sum));
    }

    /// Where there is none, the sum of nothing.
    S get(String key) {
        return find(key).sum;
    }

    void put(String key, S sum) {
        Kept<S> its = new Kept<>(bytes(key), sum);
        store.put(its.key, form.write().write(sum));
        kept.put(key, its);
    }

    /// @param change to another, or the same one that changes in place
    void change(String key, UnaryOperator<S> change) {
        Kept<S> its = find(key);
        int weight = weigher.applyAsInt(its.sum);
        S after = change.apply(its.sum);
        store.put(its.key, form.write().write(after));
        its.sum = after;
        if (weigher.applyAsInt(after) != weight) {
            kept.put(key, its);
        }
    }

    /// Those whose keys begin so, as they are stored.
    void forEach(String prefix, BiConsumer<String, S> each) {
        try (KeyValueIterator<Bytes, byte[]> all = store.prefixScan(bytes(prefix), new BytesSerializer())) {
            all.forEachRemaining(one -> each.accept(text(one.key), form.read().apply(one.value)));
        }
    }

    private Kept<S> find(String key) {
        Kept<S> known = kept.get(key);
        if (known != null) {
            return known;
        }
        Bytes bytes = bytes(key);
        byte[] stored = store.get(bytes);
        Kept<S> read = new Kept<>(
                bytes, stored == null ? form.nothing().get() : form.read().apply(stored));
        kept.put(key, read);
        return read;
    }

    static Bytes bytes(String key) {
        return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Bytes key) {
        return new String(key.get(), StandardCharsets.UTF_8);
    }

    /// How such a sum is written.
    ///
    /// @param nothing what it is before the first
    /// @param write null for one that need not be kept
    record Form<S>(Supplier<S> nothing, Writer<S> write, Function<byte[], S> read) {}

    private static final class Kept<S> {
        private final Bytes key;
        private S sum;

        Kept(Bytes key, S sum) {
            this.key = key;
            this.sum = sum;
        }
    }

    interface Writer<S> {
        byte @Nullable [] write(S sum);
    }
}
