package io.litemaas.suite;

import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A JDBC URL with the credentials of the database's owner, and what the rooms are told of it: the same hosts, the same
 * database, the same parameters (such as {@code sslmode}), and no credentials.
 */
record OwnerUrl(String value) {
    /** What the driver would use in place of a room's own, since a URL's parameters come before all else. */
    private static final Set<String> CREDENTIALS = Set.of(PGProperty.USER.getName(), PGProperty.PASSWORD.getName());

    /** No message repeats the URL, which holds a password. */
    OwnerUrl {
        // before the driver sees it, which would write a password that it takes for a port into the log
        if (value.matches("[a-z:]*//[^/?]*@.*")) {
            throw new Refusal(
                    "the database's URL has its credentials before the host, where PostgreSQL's driver does not"
                            + " look for them: they are parameters, ?user=NAME&password=SECRET.");
        }
        if (Driver.parseURL(value, null) == null) {
            throw new Refusal("the database's URL is none of PostgreSQL's:"
                    + " jdbc:postgresql://HOST:PORT/DATABASE?user=NAME&password=SECRET, encoded where it must be.");
        }
        if (!namesDatabase(value)) {
            throw new Refusal("the database's URL names no database: jdbc:postgresql://HOST:PORT/DATABASE?…");
        }
    }

    /** Logs in as the owner. */
    DataSource owner() {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(value);
        return owner;
    }

    /** What each room's own role and password are added to. */
    String forRooms() {
        int question = value.indexOf('?');
        if (question < 0) {
            return value;
        }
        String parameters = Arrays.stream(value.substring(question + 1).split("&"))
                .filter(parameter ->
                        !parameter.isEmpty() && !CREDENTIALS.contains(parameter.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return value.substring(0, question) + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** Its parameters hold a password. */
    @Override
    public String toString() {
        return "OwnerUrl[" + value.split("\\?", 2)[0] + "]";
    }

    /** Without one the driver takes the user's name, so each room would look for another. */
    private static boolean namesDatabase(String url) {
        Properties nobody = new Properties();
        nobody.setProperty(PGProperty.USER.getName(), "");
        String bare = url.replaceAll("([?&])user=[^&]*", "$1");
        String database = PGProperty.PG_DBNAME.getOrDefault(Driver.parseURL(bare, nobody));
        return database != null && !database.isEmpty();
    }
}
