package io.litemaas.access.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litemaas.access.kill.Border.Until;
import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.LiveKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No orphan and no ghost: whatever step a process dies at, LiteLLM has in the end just the keys that we show as valid. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillIT {
    private final Table table = new Table();
    private Installation house;
    private Owner bystander;

    @BeforeAll
    void start() {
        house = new Installation();
        bystander = house.newKeyHolder();
    }

    @AfterAll
    void end() {
        System.out.println(table);
        house.close();
    }

    @ParameterizedTest
    @EnumSource(Border.Issue.class)
    @Order(1)
    void an_issuance_that_dies_is_finished_by_a_repetition_and_undone_without(Border.Issue step) {
        Border border = step.border();
        Owner repeats = house.newOwner();
        Owner leaves = house.newOwner();
        Map<Owner, Death> deaths = die(border, List.of(repeats, leaves), house::issue, house::issueDeaf, "active");

        String then = repeat(repeats);
        house.outliveHour(leaves);
        house.reconcile();
        if (border.until() == Until.WAITS_LONG) {
            house.emulator().faults().release();
            await("the late generate").until(() -> house.live(leaves).size() == 1);
            house.reconcile();
        }

        agree(repeats, 1);
        agree(leaves, border.committed() ? 1 : 0);
        row("issue", border, deaths.get(repeats), "repeats: " + then, repeats);
        row("issue", border, deaths.get(leaves), "leaves", leaves);
    }

    @ParameterizedTest
    @EnumSource(Border.Revoke.class)
    @Order(2)
    void a_revocation_that_dies_is_either_not_begun_or_finished_by_itself(Border.Revoke step) {
        Border border = step.border();
        Owner repeats = house.newKeyHolder();
        Owner leaves = house.newKeyHolder();
        Map<Owner, Death> deaths = die(border, List.of(repeats, leaves), house::revoke, house::revokeDeaf, "revoked");

        Answer again = house.revoke(house.rooms().survivor(), repeats).join();
        house.reconcile();

        assertThat(again.status()).isEqualTo(border.committed() ? 409 : 200);
        agree(repeats, 0);
        agree(leaves, border.committed() ? 0 : 1);
        row("revoke", border, deaths.get(repeats), "repeats: " + again.shown(), repeats);
        row("revoke", border, deaths.get(leaves), "leaves", leaves);
    }

    @ParameterizedTest
    @EnumSource(
            value = Border.Issue.class,
            names = {"GENERATE_COMES_LATE", "GENERATED", "READ_BACK"})
    @Order(3)
    void a_frozen_attempt_that_goes_on_after_another_has_finished_makes_no_second_key(Border.Issue step) {
        Border border = step.border();
        Owner owner = house.newOwner();
        RoomProcess frozen = house.rooms().victim();
        CompletableFuture<Answer> first = freeze(border, owner, frozen);
        int atFirst = house.live(owner).size();

        String then = repeat(owner);
        house.emulator().faults().release();
        frozen.thaw();

        Answer late = first.join();
        assertThat(late.status()).isIn(200, 409, 503);
        house.reconcile();
        agree(owner, 1);
        row("issue", border, new Death("frozen: " + late.status(), atFirst), "repeats: " + then, owner);
        frozen.kill();
    }

    @Test
    @Order(3)
    void a_frozen_attempt_that_goes_on_after_the_key_was_revoked_leaves_none() {
        Border border = Border.Issue.GENERATE_COMES_LATE.border();
        Owner owner = house.newOwner();
        RoomProcess frozen = house.rooms().victim();
        CompletableFuture<Answer> first = freeze(border, owner, frozen);
        int atFirst = house.live(owner).size();

        String then = repeat(owner);
        assertThat(house.revoke(house.rooms().survivor(), owner).join().status())
                .isEqualTo(200);
        await("the revocation").until(() -> house.live(owner).isEmpty());
        house.emulator().faults().release();
        await("the late generate").until(() -> !house.live(owner).isEmpty());
        frozen.thaw();

        Answer late = first.join();
        assertThat(late.status()).isIn(409, 503);
        house.reconcile();
        agree(owner, 0);
        row("issue", border, new Death("frozen: " + late.status(), atFirst), "repeats, revokes: " + then, owner);
        frozen.kill();
    }

    @Test
    @Order(4)
    void neither_values_nor_headers_are_in_any_row_log_or_event() {
        Set<String> secrets = house.owners().stream()
                .flatMap(owner -> Stream.concat(Stream.of(owner.header()), owner.value().stream()))
                .collect(Collectors.toSet());
        List<String> rows = house.everyRow();
        List<String> logs = house.rooms().logs();
        List<String> events = house.broker().seen();

        assertThat(secrets).hasSizeGreaterThan(house.owners().size());
        assertThat(rows).isNotEmpty();
        assertThat(events).isNotEmpty();
        assertThat(Stream.of(rows, logs, events).flatMap(List::stream))
                .noneMatch(text -> secrets.stream().anyMatch(text::contains));
    }

    @Test
    @Order(5)
    void in_the_end_none_is_extra_and_none_is_missing() {
        house.reconcile();

        List<LiveKey> live = house.emulator().keys();
        Set<String> valid = house.owners().stream()
                .flatMap(owner -> house.valid(owner).stream())
                .collect(Collectors.toSet());

        assertThat(valid).contains(bystander.key().orElseThrow());
        assertThat(house.standingFor(live)).isEqualTo(valid);
        assertThat(house.conflicts()).isZero();
        house.owners().forEach(owner -> agree(owner, house.valid(owner).size()));
    }

    /** Brings a process to the border with one call of each owner, and kills it there. */
    private Map<Owner, Death> die(
            Border border,
            List<Owner> owners,
            BiFunction<RoomProcess, Owner, CompletableFuture<Answer>> call,
            BiFunction<RoomProcess, Owner, CompletableFuture<Answer>> deafCall,
            String committed) {
        RoomProcess victim = house.rooms().victim();
        if (border.fault().isEmpty()) {
            house.broker().refuse();
        } else {
            house.broker().deliverTo(victim);
        }
        Map<Owner, CompletableFuture<Answer>> calls;
        try (Hold hold = new Hold(border, house.emulator(), victim, owners)) {
            calls = hold.bring(
                    owner -> (border.until() == Until.COMMITTED ? deafCall : call).apply(victim, owner),
                    owner -> house.isInState(owner, committed));
            victim.kill();
        }
        house.broker().deliverTo(house.rooms().survivor());
        house.emulator().faults().clear();
        if (border.until() != Until.WAITS_LONG) {
            house.emulator().faults().release();
        }
        return owners.stream()
                .collect(Collectors.toMap(owner -> owner, owner -> death(border, owner, calls.get(owner))));
    }

    private Death death(Border border, Owner owner, CompletableFuture<Answer> call) {
        Answer got = call.join();
        await("what LiteLLM has after: " + border.title())
                .until(() -> house.live(owner).size() == border.inLiteLlm());
        return new Death(got.shown(), border.inLiteLlm());
    }

    private CompletableFuture<Answer> freeze(Border border, Owner owner, RoomProcess room) {
        Fault fault = border.fault().orElseThrow();
        house.emulator().faults().add(fault.forNext(1));
        CompletableFuture<Answer> first = house.issue(room, owner);
        await(border.title()).until(() -> house.emulator().faults().held().size() == 1);
        room.freeze();
        return first;
    }

    /** Repeats at once, and when a dead attempt's lease holds it up, after that lease. Returns the answers. */
    private String repeat(Owner owner) {
        Answer atOnce = house.issue(house.rooms().survivor(), owner).join();
        if (atOnce.status() == 200) {
            return "200";
        }
        assertThat(atOnce.shown()).isEqualTo("409 in_progress");
        house.outliveLease(owner);
        assertThat(house.issue(house.rooms().survivor(), owner).join().status()).isEqualTo(200);
        return "409, 200";
    }

    /** LiteLLM has just the owner's keys that we show as valid, and the value that the owner holds works if one is. */
    private void agree(Owner owner, int keys) {
        await("agreement").untilAsserted(() -> {
            Set<String> valid = house.valid(owner);
            assertThat(valid).hasSize(keys);
            assertThat(house.standingFor(house.live(owner))).isEqualTo(valid);
            owner.value().ifPresent(value -> assertThat(house.works(value)).isEqualTo(keys == 1));
        });
    }

    private void row(String work, Border border, Death death, String then, Owner owner) {
        int valid = house.valid(owner).size();
        table.row(
                work,
                border.title(),
                death.got(),
                death.inLiteLlm(),
                then,
                valid,
                house.live(owner).size());
    }

    /** What an owner's attempt left: what the client got, and how many keys LiteLLM had. */
    private record Death(String got, int inLiteLlm) {}
}
