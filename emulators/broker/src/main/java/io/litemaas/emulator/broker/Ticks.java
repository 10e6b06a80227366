package io.litemaas.emulator.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Sends what PingSources send, when their schedules say, or more often where the options say so. */
final class Ticks {
    private final BrokerOptions options;
    private final Deliveries deliveries;
    private final Executor executor;
    private final Clock clock;

    Ticks(BrokerOptions options, Deliveries deliveries, Executor executor, Clock clock) {
        this.options = options;
        this.deliveries = deliveries;
        this.executor = executor;
        this.clock = clock;
    }

    void start(PingSource source) {
        Duration wait = options.tick().orElseGet(() -> untilNext(source.schedule()));
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(() -> send(source));
    }

    private Duration untilNext(Schedule schedule) {
        ZonedDateTime now = ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Duration.between(now, schedule.after(now));
    }

    private void send(PingSource source) {
        start(source);
        Map<String, String> attributes = Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "/apis/v1/namespaces/default/pingsources/" + source.name(),
                "type",
                "dev.knative.sources.ping",
                "time",
                clock.instant().toString());
        deliveries.postOnce(
                source.sink().address(options.services()),
                new CloudEvent(attributes, source.mediaType(), source.data()));
    }
}
