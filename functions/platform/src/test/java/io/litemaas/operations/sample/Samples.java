package io.litemaas.operations.sample;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Answer;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.face.Rate;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.idempotency.IdempotentRequest;
import io.litemaas.platform.idempotency.Once;
import io.litemaas.platform.money.Money;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Functions of a room that exists for the tests of the platform only. */
@ApplicationScoped
public class Samples {
    private final Caller caller;
    private final Answer answer;
    private final Room room;
    private final Audit audit;
    private final Once once;
    private final IdempotentRequest request;

    Samples(
            Caller caller,
            Answer answer,
            @DataSource("operations") Room room,
            RoomParts parts,
            Once once,
            IdempotentRequest request) {
        this.caller = caller;
        this.answer = answer;
        this.room = room;
        this.audit = parts.audit();
        this.once = once;
        this.request = request;
    }

    @Funq("samples/list")
    @Reads(role = Role.USER, scope = Scope.READ)
    public List<String> list(@Valid Page page) {
        return List.of(caller.principal().username(), String.valueOf(page.getLimit()));
    }

    @Funq("samples/create")
    @Changes(role = Role.USER, scope = Scope.KEYS, creates = Changes.Creation.THING)
    public Sample create(@Valid SampleRequest sample) {
        return once.create(room, request.fingerprint(), Sample.class, handle -> {
            if (sample.name().equals("taken")) {
                throw io.litemaas.platform.problem.Problem.of(SampleProblem.TAKEN, "That name is taken.");
            }
            UUID id = UUID.randomUUID();
            audit.record(handle, Optional.of(caller.userId()), "sample.created", sample.name(), Map.of("id", id));
            return new Sample(id, sample.price());
        });
    }

    @Funq("samples/touch")
    @Changes(role = Role.ADMIN)
    public void touch() {
        room.useTransaction(handle -> audit.record(handle, Optional.empty(), "sample.touched", "all", Map.of()));
    }

    @Funq("samples/limited")
    @Reads(role = Role.ANYONE, rate = Rate.SIGN_IN)
    public void limited() {
        // only counted
    }

    @Funq("samples/limited-and-undone")
    @Reads(role = Role.ANYONE, rate = Rate.SIGN_IN)
    public void undone() {
        room.useTransaction(handle -> {
            audit.record(handle, Optional.empty(), "sample.touched", "undone", Map.of());
            throw io.litemaas.platform.problem.Problem.of(SampleProblem.TAKEN, "Nothing of this stays.");
        });
    }

    @Funq("samples/away")
    @Reads(role = Role.ANYONE, page = true)
    public void away() {
        answer.seeOther("/elsewhere");
    }

    @Funq("samples/lost")
    @Reads(role = Role.ANYONE, page = true)
    public void lost() {
        throw io.litemaas.platform.problem.Problem.of(SampleProblem.TAKEN, "By <somebody> & \"others\".");
    }

    @Funq("samples/own-credential")
    @Changes(role = Role.ANYONE, ownCredential = true)
    public void ownCredential() {
        // whoever calls, the face has not looked at them
    }

    @Funq("samples/session")
    @Reads(role = Role.USER)
    public String session() {
        return caller.principal().sessionId().map(UUID::toString).orElse("none");
    }

    @Funq("samples/who")
    @Reads(role = Role.ANYONE)
    public String databaseRole() {
        return room.inTransaction(handle -> handle.createQuery("select current_user::text")
                .mapTo(String.class)
                .one());
    }

    @Funq("samples/say")
    @Reads(role = Role.ANYONE)
    public void say() {
        org.jboss.logging.Logger.getLogger(Samples.class).info("said by a function");
    }

    @Funq("samples/fail")
    @Reads(role = Role.ANYONE)
    public String fail() {
        throw new IllegalStateException("broke on sk-lm-0123456789abcdefghij");
    }

    /** A query. */
    public static class Page {
        @Min(1)
        @Max(100)
        private int limit = 20;

        public int getLimit() {
            return limit;
        }

        public void setLimit(int limit) {
            this.limit = limit;
        }
    }

    public record SampleRequest(
            @NotBlank String name,
            @NotNull Money price,
            @Min(1) int count,
            Optional<Instant> until) {}

    public record Sample(UUID id, Money price) {}

    enum SampleProblem implements io.litemaas.platform.problem.ProblemType {
        TAKEN;

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String code() {
            return "samples.taken";
        }

        @Override
        public String title() {
            return "The name is taken.";
        }
    }
}
