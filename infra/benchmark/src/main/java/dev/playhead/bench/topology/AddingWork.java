package dev.playhead.bench.topology;

import dev.playhead.bench.topology.Share.Turns;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// For each sum that is told what our adding step gets and puts, and what it says, of the same bytes.
final class AddingWork implements Processor<byte[], byte[], byte[], byte[]> {
    private static final byte SLASH = '/';

    private final Traffic.Audiences audiences;
    private final Turns sums;
    private final Turns said;
    private final Turns saidOfDays;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<Bytes, byte[]> store;

    AddingWork(Traffic.Audiences audiences) {
        this.audiences = audiences;
        sums = audiences.sums().turns();
        said = audiences.said().turns();
        saidOfDays = audiences.saidOfDays().turns();
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.store = context.getStateStore(StoreLimit.AUDIENCE_SUMS);
    }

    @Override
    public void process(Record<byte[], byte[]> told) {
        if (store == null) {
            throw new IllegalStateException("Not initialised");
        }
        for (int left = sums.count(); left > 0; left--) {
            byte[] which = {(byte) ('0' + left)};
            Bytes key = Bytes.wrap(StoreWork.joined(told.key(), SLASH, which));
            store.get(key);
            store.put(key, StoreWork.bytes(told, audiences.sums()));
        }
        say(told, said.count(), audiences.said(), StoreLimit.AUDIENCE);
        say(told, saidOfDays.count(), audiences.saidOfDays(), StoreLimit.AUDIENCE_DAILY);
    }

    private void say(Record<byte[], byte[]> told, int times, Share share, String sink) {
        if (context == null) {
            throw new IllegalStateException("Not initialised");
        }
        for (int left = times; left > 0; left--) {
            context.forward(new Record<>(told.key(), StoreWork.bytes(told, share), told.timestamp()), sink);
        }
    }
}
