package io.litemaas.platform.event;

import io.litemaas.platform.room.Room;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** An event on the wire: CloudEvents 1.0, HTTP binding, binary mode. */
public final class BinaryCloudEvent {
    /** How long a post may take. */
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private BinaryCloudEvent() {}

    /** The request that posts an event; the caller may add headers of its own. */
    public static HttpRequest.Builder request(URI address, Room from, Event event) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("ce-specversion", "1.0")
                .header("ce-id", event.id().toString())
                .header("ce-source", "/litemaas/" + from.name())
                .header("ce-type", event.type())
                .header("ce-subject", event.subject())
                .header("ce-time", event.time().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event.data()));
        event.job().ifPresent(job -> request.header("ce-job", job));
        event.room().ifPresent(room -> request.header("ce-room", room));
        return request;
    }
}
