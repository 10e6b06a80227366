package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.knative.duck.v1.DeliverySpec;
import io.fabric8.knative.duck.v1.Destination;
import io.fabric8.knative.eventing.v1.Broker;
import io.fabric8.knative.eventing.v1.Trigger;
import io.fabric8.knative.sources.v1.PingSource;
import io.litemaas.operations.deadletters.Handlers;
import io.litemaas.platform.face.EventHandler;
import io.litemaas.platform.face.Functions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a cluster is told about events is what the functions are: each handler is reached, and nothing else is. */
@QuarkusTest
@QuarkusTestResource(value = SuiteResource.class, restrictToAnnotatedClass = true)
class TriggersTest {
    private static final String JOB_DUE = "io.litemaas.job.due.v1";
    private static final String TICK = "dev.knative.sources.ping";

    private final TriggerFiles files = TriggerFiles.read(SuiteResource.TRIGGERS);

    @Inject
    Functions functions;

    @Inject
    Handlers known;

    @Test
    void each_handler_has_a_trigger_of_its_name_and_each_trigger_a_handler() {
        List<String> expected = functions.handlers().stream()
                .filter(handler ->
                        !handler.type().equals(TICK) && !handler.type().equals(EventHandler.UNDELIVERED))
                .map(handler -> handler.path().replace('/', '-'))
                .toList();

        assertThat(names(Trigger.class, trigger -> trigger.getMetadata().getName()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_file_is_named_as_its_trigger() {
        assertThat(files.of(Trigger.class))
                .allSatisfy((file, trigger) ->
                        assertThat(file).isEqualTo(trigger.getMetadata().getName() + ".yaml"));
    }

    @Test
    void a_trigger_lets_through_just_what_its_handler_takes() {
        assertThat(files.of(Trigger.class)).allSatisfy((file, trigger) -> {
            EventHandler handler = handlerOf(trigger);
            Map<String, String> expected = handler.type().equals(JOB_DUE)
                    ? Map.of("type", JOB_DUE, "room", handler.room())
                    : Map.of("type", handler.type());
            assertThat(trigger.getSpec().getFilter().getAttributes()).isEqualTo(expected);
            assertThat(trigger.getSpec().getFilters()).isEmpty();
        });
    }

    @Test
    void a_trigger_reaches_its_handler_in_its_room() {
        assertThat(files.of(Trigger.class))
                .allSatisfy((file, trigger) -> reaches(trigger.getSpec().getSubscriber(), handlerOf(trigger)));
    }

    @Test
    void the_one_tick_reaches_the_handler_of_ticks_each_minute() {
        assertThat(files.of(PingSource.class).values()).singleElement().satisfies(source -> {
            reaches(source.getSpec().getSink(), only(TICK));
            assertThat(source.getSpec().getSchedule()).isEqualTo("* * * * *");
        });
    }

    @Test
    void each_delivery_is_tried_again_for_longer_and_longer_and_never_lost() {
        Broker broker = files.of(Broker.class).values().iterator().next();

        assertThat(files.of(Trigger.class)).hasSizeGreaterThan(10).allSatisfy((file, trigger) -> {
            // as Knative does it: a trigger that says anything says all
            DeliverySpec own = trigger.getSpec().getDelivery();
            endures(own == null ? broker.getSpec().getDelivery() : own);
        });
    }

    @Test
    void the_broker_takes_an_event_before_its_handlers_have() {
        assertThat(files.of(Broker.class).values())
                .singleElement()
                .satisfies(broker -> assertThat(broker.getMetadata().getAnnotations())
                        .containsEntry("messaging.knative.dev/async-handler", "true"));
    }

    @Test
    void all_triggers_take_from_the_one_broker() {
        String broker =
                names(Broker.class, found -> found.getMetadata().getName()).get(0);

        assertThat(names(Trigger.class, trigger -> trigger.getSpec().getBroker()))
                .containsOnly(broker);
    }

    @Test
    void kustomize_applies_all_of_it() {
        assertThat(files.kustomization()).containsExactlyInAnyOrderElementsOf(files.names());
    }

    @Test
    void dead_letters_are_kept_of_all_handlers() {
        Map<String, String> all = functions.handlers().stream()
                .filter(handler -> handler.type().startsWith("io.litemaas.")
                        && !handler.type().equals(EventHandler.UNDELIVERED))
                .collect(Collectors.toMap(EventHandler::path, EventHandler::type));

        assertThat(known.typesByPath()).isEqualTo(all);
    }

    @Test
    void a_misspelt_field_does_not_go_unnoticed() {
        assertThatThrownBy(() -> TriggerFiles.parse("kind: Trigger\nspec: { delivery: { retires: 3 } }"))
                .hasMessageContaining("retires");
    }

    private void endures(DeliverySpec delivery) {
        assertThat(delivery.getRetry()).isBetween(3, 10);
        assertThat(delivery.getBackoffPolicy()).isEqualTo("exponential");
        assertThat(Duration.parse(delivery.getBackoffDelay())).isPositive();
        assertThat(Duration.parse(delivery.getTimeout())).isPositive();
        reaches(delivery.getDeadLetterSink(), only(EventHandler.UNDELIVERED));
    }

    private static void reaches(Destination destination, EventHandler handler) {
        assertThat(destination.getRef().getApiVersion()).isEqualTo("serving.knative.dev/v1");
        assertThat(destination.getRef().getKind()).isEqualTo("Service");
        assertThat(destination.getRef().getName()).isEqualTo(handler.room() + "-events");
        assertThat(destination.getUri()).isEqualTo("/" + handler.path());
    }

    private EventHandler handlerOf(Trigger trigger) {
        return functions.handlers().stream()
                .filter(handler -> handler.path()
                        .replace('/', '-')
                        .equals(trigger.getMetadata().getName()))
                .findFirst()
                .orElseThrow();
    }

    private EventHandler only(String type) {
        List<EventHandler> found = functions.handlers().stream()
                .filter(handler -> handler.type().equals(type))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private <T> List<String> names(Class<T> kind, Function<T, String> name) {
        return files.of(kind).values().stream().map(name).toList();
    }
}
