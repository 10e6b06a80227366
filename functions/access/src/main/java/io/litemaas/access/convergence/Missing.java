package io.litemaas.access.convergence;

import io.litemaas.access.convergence.ReconcileDao.Known;
import io.litemaas.platform.id.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Those of our working keys that LiteLLM did not list.
 *
 * @param of how many there are of which it should have listed each
 */
record Missing(List<Known> keys, int of) {

    static Missing of(List<Known> active, Set<String> listed) {
        return new Missing(
                active.stream()
                        .filter(known -> !listed.contains(known.hashHex()))
                        .toList(),
                active.size());
    }

    /** Whether so many may be gone; else the listing is more likely wrong. */
    boolean isBelievable() {
        return Brake.allows(keys.size(), of);
    }

    /** By which the same keys are known again: what an admin says of these holds for no others. */
    String fingerprint() {
        String all = keys.stream().map(Known::hashHex).sorted().collect(Collectors.joining());
        return HexFormat.of().formatHex(Sha256.of(all.getBytes(StandardCharsets.US_ASCII)));
    }

    String text() {
        return keys.size() + " of " + of + " keys were not listed";
    }
}
