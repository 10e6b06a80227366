package io.litemaas.identity.tokens;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.page.Page;
import io.litemaas.platform.page.PageQuery;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import java.util.List;

/** Lists the caller's service tokens, revoked and expired ones too. */
@ApplicationScoped
public class ListTokens {
    private final Room room;
    private final Caller caller;

    ListTokens(@DataSource("identity") Room room, Caller caller) {
        this.room = room;
        this.caller = caller;
    }

    @Funq("tokens/list")
    @Reads(role = Role.USER)
    public Page<ServiceToken> list(@Valid PageQuery query) {
        List<ServiceToken> oneMore =
                room.read(handle -> new TokenDao(handle, caller.userId()).list(query.after(), query.getLimit() + 1));
        return Page.of(oneMore, query.getLimit(), ServiceToken::id);
    }
}
