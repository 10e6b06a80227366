package io.litemaas.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A build with its database, full and ready to be called. */
record Candidate(String name, Database database, Installation installation) implements AutoCloseable {

    /** Started, and empty but for the sample data. */
    static Candidate start(String name, Path build, int port) throws IOException, InterruptedException, SQLException {
        Database database = Database.start();
        try {
            return new Candidate(name, database, Installation.start(build, database, port));
        } catch (IOException | InterruptedException e) {
            database.close();
            throw e;
        }
    }

    void fill(SeedSizes sizes) throws SQLException {
        new Seed(database, sizes).plant();
    }

    Subject subject(String name) throws IOException, InterruptedException {
        return subjects().stream()
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This build has nothing called " + name));
    }

    /** With a fresh session each time, since one ends after ten minutes. */
    List<Subject> subjects() throws IOException, InterruptedException {
        return Subjects.of(installation).all();
    }

    @Override
    public void close() throws IOException {
        installation.close();
        database.close();
    }
}
