package io.litemaas.suite;

import io.litemaas.emulator.broker.BrokerEmulator;
import io.litemaas.emulator.broker.BrokerOptions;
import io.litemaas.emulator.litellm.LiteLlmEmulator;
import io.litemaas.emulator.openshift.OpenShiftEmulator;
import io.litemaas.testing.Events;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The suite as {@code ./litemaas start} has it: all rooms, with a LiteLLM and a sign-in of its own. */
public final class SuiteResource implements QuarkusTestResourceLifecycleManager {
    private static final String PEPPER = "0123456789abcdef".repeat(4);
    static final Path TRIGGERS = Path.of("../../triggers");

    /** What LiteLLM proves its pushes with. */
    public static final String PUSH_SECRET = "pushed-by-the-tests";

    /** What LiteLLM's alerts prove themselves with, in their address. */
    public static final String ALERT_TOKEN = "alert-token-of-the-tests";

    private static Optional<LiteLlmEmulator> emulator;
    private static String litellmUrl;
    private static String masterKey;
    private static OpenShiftEmulator provider;
    private static Optional<BrokerEmulator> broker;
    private static int port;

    private final RoomResource rooms = new RoomResource();

    private boolean real;
    private boolean brokerless;
    private boolean silent;
    private boolean synchronous;

    /**
     * With the argument {@code litellm=real} it takes the proxy of {@code LITELLM_URL} instead of the emulator, with
     * {@code broker=none} the suite delivers its events itself, as where there is no Knative Eventing; with
     * {@code broker=silent} it does, but nothing ticks. With {@code broker=synchronous} the broker answers a post when
     * all subscribers are done, as Knative's in-memory channel does where nothing is said.
     */
    @Override
    public void init(Map<String, String> arguments) {
        real = "real".equals(arguments.get("litellm"));
        silent = "silent".equals(arguments.get("broker"));
        synchronous = "synchronous".equals(arguments.get("broker"));
        brokerless = silent || "none".equals(arguments.get("broker"));
    }

    @Override
    public Map<String, String> start() {
        port = freePort();
        startLiteLlm();
        provider = OpenShiftEmulator.start(io.litemaas.emulator.openshift.EmulatorOptions.defaults());
        new ReadingKey(URI.create(litellmUrl), masterKey).ensure(ReadingKey.derive(PEPPER, 1));
        rooms.init(Map.of("rooms", "identity,access,spend,alerts,operations"));
        Map<String, String> settings = new HashMap<>(rooms.start());
        settings.put("quarkus.http.test-port", Integer.toString(port));
        settings.put("quarkus.management.test-port", Integer.toString(freePort()));
        broker = brokerless ? Optional.empty() : Optional.of(startBroker());
        broker.ifPresent(started -> settings.put("litemaas.sink", started.url().toString()));
        settings.put("litemaas.suite.tick", brokerless && !silent ? "2s" : "off");
        settings.put("litemaas.token.signing-key", io.litemaas.testing.SigningKeys.privateKey());
        settings.put("litemaas.litellm.url", litellmUrl);
        settings.put("litemaas.litellm.key", masterKey);
        settings.put("litemaas.spend.litellm-key", ReadingKey.derive(PEPPER, 1));
        settings.put("litemaas.access.pepper.current", "p1");
        settings.put("litemaas.access.pepper.values.p1", PEPPER);
        settings.put("litemaas.ledger.push-secret", PUSH_SECRET);
        settings.put("litemaas.ledger.alert-token", ALERT_TOKEN);
        // a webhook of the tests is a closed port of this machine
        settings.put("litemaas.alerts.outgoing.allowed-networks", "127.0.0.1/32");
        settings.put("litemaas.identity.public-url", "http://localhost:" + port);
        settings.put("litemaas.identity.first-admin", "carol");
        settings.put("litemaas.identity.role-groups.admin", "litemaas-admins");
        settings.put("litemaas.identity.provider.kind", "openshift");
        settings.put("litemaas.identity.provider.url", provider.url());
        settings.put("litemaas.identity.provider.client-id", "litemaas");
        settings.put("litemaas.identity.provider.client-secret", "litemaas-secret");
        settings.put("litemaas.identity.provider.state-secret", PEPPER);
        return settings;
    }

    @Override
    public void stop() {
        emulator.ifPresent(LiteLlmEmulator::close);
        provider.close();
        broker.ifPresent(BrokerEmulator::close);
    }

    /** The LiteLLM of this run, to be troubled. */
    public static LiteLlmEmulator emulator() {
        return emulator.orElseThrow();
    }

    /** The broker of this run, to be troubled. */
    static BrokerEmulator broker() {
        return broker.orElseThrow();
    }

    /** A broker's options, with the rooms' Services all at this suite. */
    static BrokerOptions brokerOptions(Path triggers) {
        BrokerOptions options = BrokerOptions.of(triggers)
                .withHeader("X-LiteMaaS-Relay", Events.RELAY_SECRET)
                .withTick(Duration.ofSeconds(2));
        for (String room : TestDatabase.ROOMS) {
            options = options.withService(room + "-events", URI.create("http://127.0.0.1:" + port));
        }
        return options;
    }

    /** What {@code <data>/env} tells scripts. */
    static Map<String, String> environment() {
        return Map.of(
                "LITEMAAS_URL",
                "http://localhost:" + port,
                "LITEMAAS_LITELLM_URL",
                litellmUrl,
                "LITEMAAS_LITELLM_MASTER_KEY",
                masterKey,
                "LITEMAAS_PROVIDER_URL",
                provider.url());
    }

    private BrokerEmulator startBroker() {
        return BrokerEmulator.start(brokerOptions(
                synchronous ? copyOfTriggers("messaging.knative.dev/async-handler: \"true\"", "") : TRIGGERS));
    }

    /** The real ones, but for one thing. */
    static Path copyOfTriggers(String what, String instead) {
        try (Stream<Path> files = Files.list(TRIGGERS)) {
            Path folder = Files.createTempDirectory("triggers");
            for (Path file : files.toList()) {
                Files.writeString(
                        folder.resolve(file.getFileName()),
                        Files.readString(file).replace(what, instead));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startLiteLlm() {
        if (real) {
            emulator = Optional.empty();
            litellmUrl = System.getenv("LITELLM_URL");
            masterKey = System.getenv("LITELLM_MASTER_KEY");
            return;
        }
        LiteLlmEmulator started = LiteLlmEmulator.start(io.litemaas.emulator.litellm.EmulatorOptions.defaults()
                .withFlush(Duration.ofMillis(300))
                .withLogEndpoint(URI.create("http://127.0.0.1:" + port + "/ledger/litellm-logs"))
                .withLogHeader("X-LiteMaaS-Push", PUSH_SECRET)
                .withAlertWebhook(URI.create("http://127.0.0.1:" + port + "/ledger/litellm-alerts/" + ALERT_TOKEN)));
        emulator = Optional.of(started);
        litellmUrl = started.url();
        masterKey = started.masterKey();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
