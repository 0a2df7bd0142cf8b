package dev.playhead.local;

import dev.playhead.local.terminal.RefusedException;
import dev.playhead.local.terminal.Terminal;
import dev.playhead.testing.parts.PartFailedException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `infra/up`, once all is built: runs the platform until it is told to stop.
///
/// Ctrl-C, SIGTERM and SIGHUP end it in order, with the statuses that shells expect of them: 130, 143 and 129.
public final class Up {
    private static final int FAILED = 1;

    private Up() {}

    public static void main(String[] args) {
        Terminal terminal = new Terminal(System.out);
        try {
            run(Options.parse(List.of(args)), terminal);
        } catch (RefusedException | PartFailedException e) {
            System.err.println(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(FAILED);
    }

    private static void run(Options options, Terminal terminal) throws InterruptedException {
        LocalStack stack = LocalStack.prepare(options, terminal);
        // However this JVM ends, short of SIGKILL.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "playhead-stop"));
        stack.start();
        new CountDownLatch(1).await();
    }
}
