package io.litemaas.emulator.broker;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Map;

/**
 * Where a manifest sends events to.
 *
 * @param ref the Service that takes them
 * @param uri the path there
 */
record Destination(@JsonProperty(required = true) Reference ref, String uri) {

    /**
     * Its address on this machine.
     *
     * @param services the addresses of Services by their names
     */
    URI address(Map<String, URI> services) {
        URI service = services.get(ref.name());
        if (service == null) {
            throw new BadManifest("no address is known for the Service " + ref.name() + " (--service " + ref.name()
                    + "=http://127.0.0.1:8080)");
        }
        return uri == null ? service : service.resolve(uri);
    }

    /** What a manifest calls another object by. */
    record Reference(
            String apiVersion,
            String kind,
            @JsonProperty(required = true) String name) {}
}
