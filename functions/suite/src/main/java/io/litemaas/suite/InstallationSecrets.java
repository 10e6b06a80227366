package io.litemaas.suite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What an installation must keep to itself, by the setting that holds it; on a cluster each lies with one room. */
final class InstallationSecrets {
    private static final Map<String, String> NAMES =
            Map.of("litemaas.access.pepper.current", "p1", "litemaas.alerts.seal.current", "s1");
    private static final List<String> RANDOM = List.of(
            "litemaas.access.pepper.values.p1",
            "litemaas.alerts.seal.values.s1",
            "litemaas.identity.provider.state-secret",
            "litemaas.ledger.push-secret",
            "litemaas.ledger.alert-token");

    private InstallationSecrets() {}

    /**
     * Those that are there and new ones for those that are not; what is there stays as it is, since rows depend on it.
     *
     * @param token gives 256 random bits in hexadecimal
     */
    static Map<String, String> completed(Map<String, String> secrets, Supplier<String> token) {
        Map<String, String> all = new HashMap<>(NAMES);
        all.putAll(secrets);
        RANDOM.forEach(name -> all.computeIfAbsent(name, missing -> token.get()));
        all.putAll(TokenKeys.completed(secrets));
        return all;
    }
}
