package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** On a cluster, the way out to the world is alerts' alone, and leads to public addresses only. */
class WorldPolicyTest {
    private final Map<String, NetworkPolicy> policies =
            Manifests.read(Path.of("../../knative/install/kubernetes.yaml")).byName(NetworkPolicy.class);

    @Test
    void alerts_reaches_public_addresses_at_any_port() {
        NetworkPolicy world = policies.get("to-world");

        assertThat(world.getSpec().getPodSelector().getMatchLabels()).isEqualTo(Map.of("litemaas.io/part", "alerts"));
        assertThat(blocks(world)).extracting(IPBlock::getCidr).containsExactly("0.0.0.0/0", "2000::/3");
        assertThat(blocks(world).get(0).getExcept())
                .contains(
                        "10.0.0.0/8",
                        "172.16.0.0/12",
                        "192.168.0.0/16",
                        "127.0.0.0/8",
                        "169.254.0.0/16",
                        "100.64.0.0/10");
    }

    @Test
    void no_other_policy_opens_a_network_by_its_addresses() {
        assertThat(policies.values().stream()
                        .filter(policy -> !blocks(policy).isEmpty())
                        .map(policy -> policy.getMetadata().getName()))
                .containsExactly("to-world");
    }

    private static List<IPBlock> blocks(NetworkPolicy policy) {
        return policy.getSpec().getEgress().stream()
                .flatMap(rule -> rule.getTo().stream())
                .map(NetworkPolicyPeer::getIpBlock)
                .filter(Objects::nonNull)
                .toList();
    }
}
