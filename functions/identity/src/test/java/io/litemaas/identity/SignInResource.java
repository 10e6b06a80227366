package io.litemaas.identity;

import io.litemaas.emulator.openshift.EmulatorOptions;
import io.litemaas.emulator.openshift.OpenShiftEmulator;
import io.litemaas.testing.SigningKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Gives identity a provider to sign in with. Arguments {@code kind}: {@code openshift} or {@code oidc}; {@code away}; {@code portal}; {@code closed}: not for everybody. */
public final class SignInResource implements QuarkusTestResourceLifecycleManager {
    /** Where browsers would find the room; tests follow redirects by hand. */
    public static final String PUBLIC_URL = "http://localhost:8080";

    public static final String CLIENT_SECRET = "secret-of-the-client";

    private static final EmulatorOptions OPTIONS = EmulatorOptions.defaults().withClient("litemaas", CLIENT_SECRET);

    private static OpenShiftEmulator emulator;
    private static int port;

    private String kind = "openshift";
    private boolean away;
    private boolean portal;
    private boolean closed;

    @Override
    public void init(Map<String, String> arguments) {
        kind = arguments.getOrDefault("kind", "openshift");
        away = Boolean.parseBoolean(arguments.get("away"));
        portal = Boolean.parseBoolean(arguments.get("portal"));
        closed = Boolean.parseBoolean(arguments.get("closed"));
    }

    /** The provider of the test that runs. */
    public static OpenShiftEmulator provider() {
        return emulator;
    }

    /** A provider that was away is where it should be. */
    public static void comeBack() {
        emulator = OpenShiftEmulator.start(OPTIONS.withPort(port));
    }

    @Override
    public Map<String, String> start() {
        emulator = OpenShiftEmulator.start(OPTIONS);
        port = URI.create(emulator.url()).getPort();
        Map<String, String> settings = new HashMap<>();
        settings.put("litemaas.token.signing-key", SigningKeys.privateKey());
        settings.put("litemaas.identity.public-url", PUBLIC_URL);
        settings.put("litemaas.identity.provider.kind", kind);
        settings.put("litemaas.identity.provider.url", emulator.url() + (kind.equals("oidc") ? "/oidc" : ""));
        settings.put("litemaas.identity.provider.client-id", "litemaas");
        settings.put("litemaas.identity.provider.client-secret", CLIENT_SECRET);
        settings.put("litemaas.identity.provider.state-secret", "0123456789abcdef0123456789abcdef");
        settings.put("litemaas.identity.provider.timeout", "2s");
        settings.put("litemaas.identity.role-groups.admin", "litemaas-admins");
        settings.put("litemaas.identity.role-groups.admin-readonly", "litemaas-admins-readonly");
        settings.put("litemaas.identity.first-admin", "fiona");
        if (portal) {
            settings.put("litemaas.identity.problem-page", "/app/sign-in");
            settings.put("litemaas.identity.litellm-public-url", "https://litellm.example.org");
        }
        if (closed) {
            settings.put("litemaas.identity.role-groups.user", "litemaas-users");
        }
        if (away) {
            emulator.close();
        }
        return settings;
    }

    @Override
    public void stop() {
        emulator.close();
    }
}
