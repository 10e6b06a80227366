package io.litemaas.access.kill;

/** What is locked in PostgreSQL so that a process waits. */
enum Locked {
    SUBSCRIPTION("select from access.subscription where owner_id = ? for update", "access.subscription"),
    QUOTA("select from access.key_quota where user_id = ? for update", "access.key_quota"),
    KEY("select from access.key where owner_id = ? for update", "access.key "),
    CREDENTIAL("""
            select from access.credential c join access.key k on k.id = c.key_id where k.owner_id = ? for update of c
            """, "access.credential"),
    CONVERGENCE("""
            select from access.convergence d join access.credential c on c.hash = d.hash
            join access.key k on k.id = c.key_id where k.owner_id = ? for update of d
            """, "access.convergence"),
    /** The last statement of each transaction that announces something. */
    OUTBOX("lock table access.outbox in share mode", "insert into access.outbox");

    private final String statement;
    private final String waiting;

    Locked(String statement, String waiting) {
        this.statement = statement;
        this.waiting = waiting;
    }

    String statement() {
        return statement;
    }

    /** What the statement that waits for it has in its text. */
    String waiting() {
        return waiting;
    }
}
