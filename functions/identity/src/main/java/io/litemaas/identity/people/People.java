package io.litemaas.identity.people;

import io.litemaas.identity.provider.ProviderUser;
import io.litemaas.identity.provider.SignInProblem;
import io.litemaas.identity.session.Session;
import io.litemaas.identity.session.Sessions;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What happens to a person: the change, its event and its audit entry are one transaction. */
@Singleton
public class People {
    private static final String SIGNED_IN = "io.litemaas.user.signed-in.v1";
    private static final String CHANGED = "io.litemaas.user.changed.v1";

    private final Room room;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    People(
            @DataSource("identity") Room room,
            @DataSource("identity") Outbox outbox,
            Sessions sessions,
            RoomParts parts,
            Clock clock,
            Ids ids) {
        this.room = room;
        this.sessions = sessions;
        this.outbox = outbox;
        this.audit = parts.audit();
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Begins a session of a person whom the provider has just named.
     *
     * @throws Problem where the person is disabled
     */
    public Session signIn(ProviderUser user, List<Role> roles) {
        List<String> words = roles.stream().map(Role::word).toList();
        return room.inTransaction(handle -> {
            Person person = new PersonDao(handle).signedIn(ids.next(), user, words, clock.instant());
            if (person.disabledAt().isPresent()) {
                throw Problem.of(SignInProblem.DISABLED, "An admin has disabled your account.");
            }
            audit.record(
                    handle,
                    Optional.of(person.id()),
                    "user.signed_in",
                    person.id().toString(),
                    Map.of("roles", words));
            outbox.announce(
                    handle,
                    SIGNED_IN,
                    person.id().toString(),
                    Map.of("userId", person.id(), "username", person.username()));
            return sessions.begin(handle, person.id(), person.epoch());
        });
    }

    /** Ends all sessions of a person, and what was given to them, at once. */
    void signOutEverywhere(UUID personId) {
        room.useTransaction(handle -> {
            new PersonDao(handle).raiseEpoch(personId);
            sessions.endAll(handle, personId, "logout-everywhere");
            audit.record(handle, Optional.of(personId), "user.signed_out_everywhere", personId.toString(), Map.of());
        });
    }

    /** Disables a person: all they have ends at once. Doing it twice does nothing more. */
    Person disable(UUID admin, UUID personId) {
        if (admin.equals(personId)) {
            throw Problem.of(PeopleProblem.YOURSELF, "Ask another admin.");
        }
        return change(admin, personId, true);
    }

    /** Enables a person again: they may sign in. */
    Person enable(UUID admin, UUID personId) {
        return change(admin, personId, false);
    }

    private Person change(UUID admin, UUID personId, boolean disabled) {
        return room.inTransaction(handle -> {
            PersonDao dao = new PersonDao(handle);
            Optional<Person> changed = dao.disabled(personId, disabled, clock.instant());
            changed.ifPresent(person -> announce(handle, admin, person, disabled));
            return changed.or(() -> dao.find(personId))
                    .orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "There is no such user."));
        });
    }

    private void announce(Handle handle, UUID admin, Person person, boolean disabled) {
        String id = person.id().toString();
        if (disabled) {
            sessions.endAll(handle, person.id(), "disabled");
        }
        audit.record(handle, Optional.of(admin), disabled ? "user.disabled" : "user.enabled", id, Map.of());
        outbox.announce(handle, CHANGED, id, Map.of("userId", person.id(), "disabled", disabled));
    }
}
