package dev.playhead.query.freshness;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// A read that a caller asks for. A controller method that has a parameter of this type is given
/// it, and makes its answer in it: then the answer holds the writes that the caller names, or says
/// that it does not, and a database that is away is a 503.
public final class Reading {
    static final String FRESH = "Playhead-Fresh";
    private static final Logger log = LoggerFactory.getLogger(Reading.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final FreshReads reads;
    private final ReadAfter after;
    private final HttpServletResponse response;

    Reading(FreshReads reads, ReadAfter after, HttpServletResponse response) {
        this.reads = reads;
        this.after = after;
        this.response = response;
    }

    /// The answer, made when it holds what it is to hold or when the wait is over.
    ///
    /// @param query everything that the answer is made of, the catalog included: it is asked after
    ///     the wait. Where the caller names no write it runs by itself, in no transaction.
    public <T> T answer(Supplier<T> query) {
        return answer(query, cause -> {
            throw unavailable(cause);
        });
    }

    /// The same, with another answer where the database is away.
    ///
    /// @param whileAway made without the database; it holds no writes, and says so
    public <T> T answer(Supplier<T> query, Supplier<T> whileAway) {
        return answer(query, cause -> {
            log.debug("The database does not answer; the caller is answered without it", cause);
            return answerWithoutRows(whileAway);
        });
    }

    /// An answer that has nothing of the rows, and so none of the writes that the caller names.
    /// Nobody is asked for anything.
    public <T> T answerWithoutRows(Supplier<T> made) {
        if (!after.isNothing()) {
            miss();
        }
        return made.get();
    }

    /// An answer of what all students do together. It waits for changes of the catalog alone: sums
    /// follow from no single activity, so that nobody can say that they hold one.
    public <T> T answerOfAll(Supplier<T> query) {
        try {
            return new Reading(reads, after.ofCatalog(), response).answer(query);
        } finally {
            if (!after.activities().isEmpty()) {
                miss();
            }
        }
    }

    /// For an answer that is not made of rows: waits, and says what the rows then hold.
    ///
    /// @return the partitions of the activities that the caller names
    public Set<Integer> settle() {
        answer(() -> Boolean.TRUE);
        return after.partitions();
    }

    /// The answer does not hold what the rows do.
    public void miss() {
        say(false);
    }

    private <T> T answer(Supplier<T> query, Function<Exception, T> away) {
        try {
            return after.isNothing() ? query.get() : reads.read(after, this::say, query);
        } catch (CannotCreateTransactionException | TransactionSystemException e) {
            return away.apply(e);
        } catch (DataAccessException e) {
            if (isOurs(e)) {
                throw e;
            }
            return away.apply(e);
        }
    }

    private void say(boolean fresh) {
        response.setHeader(FRESH, Boolean.toString(fresh));
    }

    /// A statement that is wrong stays wrong; everything else may go well the next time.
    private static boolean isOurs(DataAccessException e) {
        return e instanceof NonTransientDataAccessException
                && !(e instanceof DataAccessResourceFailureException)
                && !(e instanceof NonTransientDataAccessResourceException);
    }

    private static ProblemException unavailable(Exception cause) {
        log.debug("The database does not answer", cause);
        return new ProblemException(
                Problem.unavailable("The database does not answer now; try again in a moment", RETRY_AFTER));
    }
}
