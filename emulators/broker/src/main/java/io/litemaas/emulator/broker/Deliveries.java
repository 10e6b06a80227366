package io.litemaas.emulator.broker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Posts events to whoever a trigger names, again and again, and at last to the dead letter sink. */
final class Deliveries {
    private final List<Trigger> triggers;
    private final BrokerOptions options;
    private final Faults faults;
    private final Executor executor;
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Deliveries(List<Trigger> triggers, BrokerOptions options, Faults faults, Executor executor) {
        this.triggers = triggers;
        this.options = options;
        this.faults = faults;
        this.executor = executor;
    }

    /**
     * Takes an event for all triggers that match.
     *
     * @param abandoned asked before each further attempt: whether nobody waits for it any more
     * @return done when all of them are; whether each has it, or its dead letter sink has
     */
    CompletableFuture<Boolean> accept(CloudEvent event, BooleanSupplier abandoned) {
        FaultPlan plan = faults.current();
        long pause = plan.pause(events.incrementAndGet());
        int times = plan.duplicate() ? 2 : 1;
        List<CompletableFuture<Boolean>> results = new ArrayList<>();
        for (Trigger trigger : triggers) {
            if (trigger.takes(event)) {
                Errand errand = errand(trigger, event, abandoned);
                for (int time = 0; time < times; time++) {
                    results.add(after(pause, () -> attempt(errand, 0)));
                }
            }
        }
        return results.stream()
                .reduce(
                        CompletableFuture.completedFuture(true),
                        (some, one) -> some.thenCombine(one, (a, b) -> a && b));
    }

    /** Posts once; what is not taken is told and forgotten. */
    void postOnce(URI address, CloudEvent event) {
        Outcome outcome = send(address, event, Duration.ofMinutes(1));
        if (!outcome.taken()) {
            tell(address, event, outcome);
        }
    }

    private Errand errand(Trigger trigger, CloudEvent event, BooleanSupplier abandoned) {
        DeliverySpec delivery = trigger.delivery();
        return new Errand(
                trigger.subscriber().address(options.services()),
                event,
                delivery,
                delivery.sink().map(sink -> sink.address(options.services())),
                abandoned);
    }

    private CompletableFuture<Boolean> attempt(Errand errand, int failed) {
        if (errand.abandoned().getAsBoolean()) {
            return CompletableFuture.completedFuture(false);
        }
        Outcome outcome = faults.current().fails(attempts.incrementAndGet())
                ? Outcome.refused("a switch of the emulator")
                : send(errand.address(), errand.event(), errand.delivery().limit());
        return judge(errand, failed, outcome);
    }

    private CompletableFuture<Boolean> judge(Errand errand, int failed, Outcome outcome) {
        if (outcome.taken()) {
            return CompletableFuture.completedFuture(true);
        }
        if (outcome.mayPass() && failed < errand.delivery().retries()) {
            return after(errand.delivery().backoff(failed).toMillis(), () -> attempt(errand, failed + 1));
        }
        tell(errand.address(), errand.event(), outcome);
        return errand.deadLetterSink()
                .map(sink -> attempt(errand.asDeadLetter(sink, outcome), 0))
                .orElse(CompletableFuture.completedFuture(false));
    }

    private Outcome send(URI address, CloudEvent event, Duration limit) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(limit)
                .header("Content-Type", event.mediaType())
                .POST(HttpRequest.BodyPublishers.ofString(event.data()));
        event.attributes().forEach((name, value) -> request.header("ce-" + name, value));
        options.headers().forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return Outcome.answered(response.statusCode(), response.body());
        } catch (HttpConnectTimeoutException e) {
            return Outcome.refused("nobody is there");
        } catch (HttpTimeoutException e) {
            return Outcome.noAnswer();
        } catch (IOException e) {
            return Outcome.refused(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.refused("the broker stops");
        }
    }

    private CompletableFuture<Boolean> after(long millis, Supplier<CompletableFuture<Boolean>> work) {
        Executor later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, executor);
        return CompletableFuture.completedFuture(work).thenComposeAsync(Supplier::get, later);
    }

    @SuppressWarnings("SystemOut")
    private static void tell(URI address, CloudEvent event, Outcome outcome) {
        Map<String, String> attributes = event.attributes();
        System.err.println(address + " did not take " + attributes.get("type") + " " + attributes.get("id") + ": "
                + outcome.status());
    }

    private record Errand(
            URI address,
            CloudEvent event,
            DeliverySpec delivery,
            Optional<URI> deadLetterSink,
            BooleanSupplier abandoned) {

        /** Tried as hard as the delivery itself; if nobody takes it, it is lost. */
        Errand asDeadLetter(URI sink, Outcome outcome) {
            return new Errand(
                    sink, event.with(outcome.extensions(address.toString())), delivery, Optional.empty(), abandoned);
        }
    }
}
