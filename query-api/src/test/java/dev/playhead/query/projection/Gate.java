package dev.playhead.query.projection;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/// Stands before the transactions of an instance: shut, the instance is as one that does nothing
/// for a while, with a batch in its hands.
final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean isOpen = true;
    private int waiting;

    TransactionOperations before(TransactionOperations transactions) {
        return new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                pass();
                return transactions.execute(action);
            }
        };
    }

    void shut() {
        set(false);
    }

    void open() {
        set(true);
    }

    boolean isSomebodyThere() {
        lock.lock();
        try {
            return waiting > 0;
        } finally {
            lock.unlock();
        }
    }

    private void set(boolean open) {
        lock.lock();
        try {
            isOpen = open;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pass() {
        lock.lock();
        try {
            waiting++;
            while (!isOpen) {
                opened.awaitUninterruptibly();
            }
            waiting--;
        } finally {
            lock.unlock();
        }
    }
}
