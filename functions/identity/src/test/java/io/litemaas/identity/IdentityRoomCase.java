package io.litemaas.identity;

import io.litemaas.emulator.openshift.OpenShiftEmulator;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the room over the wire share: its database, a provider that works, and limits nobody has used up. */
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "identity"))
public abstract class IdentityRoomCase {
    /** The database as its operator sees it. */
    protected final Sql sql = TestDatabase.shared().sql();

    @BeforeEach
    void allIsWell() {
        sql.run("delete from platform.rate_limit");
        provider().faults().clear();
    }

    /** The provider. */
    protected static OpenShiftEmulator provider() {
        return SignInResource.provider();
    }

    /** The id of somebody who has signed in. */
    protected String idOf(String username) {
        return sql.value(
                "select id from identity.person where username = ? order by last_sign_in_at desc limit 1", username);
    }
}
