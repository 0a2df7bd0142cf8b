package dev.playhead.query.running;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Counts the statements that a service's reads make of the database, and lets them through.
public final class Statements extends DelegatingDataSource {
    private final AtomicInteger made = new AtomicInteger();

    private Statements(DataSource pool) {
        super(pool);
    }

    /// From now on.
    public static Statements of(QueryService service) {
        Statements statements = new Statements(service.part(DataSource.class));
        service.part(JdbcTemplate.class).setDataSource(statements);
        return statements;
    }

    /// How many it takes.
    public int during(Supplier<?> reads) {
        int before = made.get();
        Objects.requireNonNull(reads.get());
        return made.get() - before;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        Object counted = Proxy.newProxyInstance(
                Statements.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().matches("prepare.*|createStatement")) {
                        made.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
        return (Connection) counted;
    }
}
