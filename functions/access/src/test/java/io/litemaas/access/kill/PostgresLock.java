package io.litemaas.access.kill;

import io.litemaas.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A lock held by the test's own transaction until it is closed. */
final class PostgresLock implements AutoCloseable {
    private final Connection connection;

    private PostgresLock(Connection connection) {
        this.connection = connection;
    }

    static PostgresLock on(Locked what, List<Owner> owners) {
        try {
            Connection connection = TestDatabase.shared().owner().getConnection();
            connection.setAutoCommit(false);
            for (Owner owner : owners) {
                lock(connection, what, owner);
            }
            return new PostgresLock(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void lock(Connection connection, Locked what, Owner owner) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(what.statement())) {
            if (statement.getParameterMetaData().getParameterCount() > 0) {
                statement.setObject(1, owner.person().id());
            }
            statement.execute();
        }
    }
}
