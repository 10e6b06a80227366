package io.litemaas.emulator.broker;

import java.util.Map;

/**
 * Who gets which events.
 *
 * @param filter attributes and their exact values; empty for all events
 */
record Trigger(String name, Map<String, String> filter, Destination subscriber, DeliverySpec delivery) {
    Trigger {
        filter = Map.copyOf(filter);
    }

    boolean takes(CloudEvent event) {
        return event.matches(filter);
    }
}
