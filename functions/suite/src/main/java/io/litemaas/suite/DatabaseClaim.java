package io.litemaas.suite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * One suite's right to a database: it makes new passwords for the rooms' roles, which would lock out whoever else uses them.
 * That one runs is held by a lock of its own connection, which ends with the process however it ends. Whose the roles
 * are, which all databases of a server share, stands in a comment on one of them. Locks are a database's own, so two that
 * start on two databases of one server meet at a comment on another: it is locked on the whole server.
 */
final class DatabaseClaim implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DatabaseClaim.class);
    private static final long LOCK = 0x4c6974654d616153L;
    /** A process that was killed may be busy for a moment in the database. */
    private static final int TRIES = 25;

    private static final long PAUSE_MILLIS = 200;
    private static final String MARK = "LiteMaaS";

    private final Connection connection;
    private final String roles;
    private final DataFolder folder;

    private DatabaseClaim(Connection connection, String roles, DataFolder folder) {
        this.connection = connection;
        this.roles = roles;
        this.folder = folder;
    }

    /**
     * Takes a database, or refuses it where another has it.
     *
     * @param roles what the names of the rooms' roles start with
     */
    static DatabaseClaim take(DataSource owner, String roles, DataFolder folder) {
        DatabaseClaim claim = new DatabaseClaim(connect(owner), roles, folder);
        try {
            claim.refuseWhatRuns();
            claim.refuseWhatIsAnothers();
            return claim;
        } catch (SQLException e) {
            claim.leave();
            throw new IllegalStateException("Whether the database is another's can't be asked", e);
        } catch (RuntimeException e) {
            claim.leave();
            throw e;
        }
    }

    private static Connection connect(DataSource owner) {
        try {
            return owner.getConnection();
        } catch (SQLException e) {
            throw new Refusal("the database can't be reached as its owner: " + e.getMessage());
        }
    }

    /**
     * Once the roles are there: gives them a login, and notes whose they are, unless another has done so meanwhile.
     *
     * @param passwords by room
     */
    void letIn(Map<String, String> passwords) {
        try {
            connection.setAutoCommit(false);
            letInAlone(passwords);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("The rooms' roles can't be given a login, nor a note of whose they are", e);
        }
    }

    private void letInAlone(Map<String, String> passwords) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // until the transaction ends, nobody else on the server comes beyond this
            statement.execute("comment on role " + roles + RoomSettings.ROOMS.get(1) + " is '" + MARK + "'");
            refuseWhatIsAnothers();
            for (Map.Entry<String, String> password : passwords.entrySet()) {
                statement.execute("alter role " + roles + password.getKey() + " login password "
                        + statement.enquoteLiteral(password.getValue()));
            }
            String text = String.join("\n", MARK, folder.installation(), database(), folder.toString());
            statement.execute("comment on role " + markedRole() + " is " + statement.enquoteLiteral(text));
        }
    }

    private void leave() {
        try {
            close();
        } catch (SQLException e) {
            LOG.debugf(e, "A connection that is not needed any more can't be closed");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void refuseWhatRuns() throws SQLException {
        if (!holdsInTime("select pg_try_advisory_lock(" + LOCK + ")")) {
            throw new Refusal(
                    "another LiteMaaS runs on this database, and new passwords for the rooms' roles would lock it"
                            + " out. Stop it, or give this one a database of its own.");
        }
        if (!holdsInTime("select not exists (select from pg_stat_activity where usename in ("
                + String.join(", ", rooms().map(role -> "'" + role + "'").toList()) + "))")) {
            throw new Refusal("rooms of another LiteMaaS are connected to this PostgreSQL server as " + roles
                    + "…, and new passwords would lock them out. Stop them, or start this one with role names of its own:"
                    + " LITEMAAS_DATABASE_ROLE_PREFIX=other_");
        }
    }

    private void refuseWhatIsAnothers() throws SQLException {
        List<String> mark = readMark();
        if (mark.isEmpty()) {
            return;
        }
        String forget = " If that one is gone for good:  comment on role " + markedRole() + " is null;";
        if (!mark.get(2).equals(database())) {
            throw new Refusal("the roles " + roles
                    + "… of this PostgreSQL server belong to the LiteMaaS in its database "
                    + mark.get(2) + ". Start this one with role names of its own: LITEMAAS_DATABASE_ROLE_PREFIX=other_."
                    + forget);
        }
        if (!mark.get(1).equals(folder.installation())) {
            throw new Refusal("this database belongs to the LiteMaaS with the data folder " + mark.get(3)
                    + ", whose secrets its rows depend on. Start with that data folder, or give this one a database of its"
                    + " own." + forget);
        }
    }

    private List<String> readMark() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select shobj_description(oid, 'pg_authid') from pg_roles where rolname = ?")) {
            statement.setString(1, markedRole());
            try (ResultSet row = statement.executeQuery()) {
                String comment = row.next() ? row.getString(1) : null;
                return comment != null && comment.startsWith(MARK + "\n")
                        ? comment.lines().toList()
                        : List.of();
            }
        }
    }

    private boolean holdsInTime(String question) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < TRIES; i++) {
                try (ResultSet row = statement.executeQuery(question)) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return true;
                    }
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String database() throws SQLException {
        return connection.getCatalog();
    }

    private String markedRole() {
        return roles + RoomSettings.ROOMS.get(0);
    }

    private java.util.stream.Stream<String> rooms() {
        return RoomSettings.ROOMS.stream().map(room -> roles + room);
    }
}
