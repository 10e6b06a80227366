package io.litemaas.emulator.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of manifests, made as a test needs it. */
record Folder(Path path) {
    static final String SUBSCRIBER = """
              subscriber:
                ref: { apiVersion: serving.knative.dev/v1, kind: Service, name: rooms }
                uri: /access/converge-user
            """;
    static final String DELIVERY = """
              delivery:
                retry: 2
                backoffPolicy: exponential
                backoffDelay: PT0.05S
                timeout: PT0.5S
                deadLetterSink:
                  ref: { apiVersion: serving.knative.dev/v1, kind: Service, name: rooms }
                  uri: /dead-letters/keep
            """;

    static Folder in(Path path) throws IOException {
        return new Folder(path).with("broker.yaml", """
                apiVersion: eventing.knative.dev/v1
                kind: Broker
                metadata: { name: litemaas }
                spec: {}
                """);
    }

    /** As {@code triggers/broker.yaml} has it. */
    Folder asynchronous() throws IOException {
        return with("broker.yaml", """
                apiVersion: eventing.knative.dev/v1
                kind: Broker
                metadata:
                  name: litemaas
                  annotations: { messaging.knative.dev/async-handler: "true" }
                spec: {}
                """);
    }

    Folder with(String file, String text) throws IOException {
        Files.writeString(path.resolve(file), text);
        return this;
    }

    Folder withTrigger(String rest) throws IOException {
        return with("trigger.yaml", """
                apiVersion: eventing.knative.dev/v1
                kind: Trigger
                metadata: { name: access-converge-user }
                spec:
                  broker: litemaas
                """ + rest.indent(0));
    }

    Folder withTick(String schedule) throws IOException {
        return with("tick.yaml", """
                apiVersion: sources.knative.dev/v1
                kind: PingSource
                metadata: { name: tick }
                spec:
                  schedule: "%s"
                  contentType: application/json
                  data: "{}"
                  sink:
                    ref: { apiVersion: serving.knative.dev/v1, kind: Service, name: rooms }
                    uri: /jobs/run-due
                """.formatted(schedule));
    }
}
