package dev.playhead.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// The connections of a pool, with more patience. A read that has no answer in a moment is better
/// refused; a batch that takes its time is better waited for. The pool takes the patience back.
public final class PatientDataSource extends DelegatingDataSource {
    private final Duration patience;

    /// @param patience with a database that says nothing
    public PatientDataSource(DataSource pool, Duration patience) {
        super(pool);
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }
}
