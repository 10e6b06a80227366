package io.litemaas.emulator.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {
    @TempDir
    private Path folder;

    @Test
    void a_trigger_without_a_delivery_has_that_of_its_broker() throws Exception {
        Folder.in(folder)
                .with("broker.yaml", "kind: Broker\nmetadata: { name: litemaas }\nspec:\n" + Folder.DELIVERY.indent(0))
                .withTrigger(Folder.SUBSCRIBER);

        DeliverySpec delivery = Manifests.read(folder).triggers().get(0).delivery();

        assertThat(delivery.retries()).isEqualTo(2);
        assertThat(delivery.limit()).isEqualTo(Duration.ofMillis(500));
        assertThat(delivery.sink()).isPresent();
    }

    @Test
    void a_linear_wait_begins_at_nothing_as_knatives_does() throws Exception {
        Folder.in(folder).withTrigger(Folder.SUBSCRIBER + Folder.DELIVERY.replace("exponential", "linear"));

        DeliverySpec delivery = Manifests.read(folder).triggers().get(0).delivery();

        assertThat(delivery.backoff(0)).isZero();
        assertThat(delivery.backoff(2)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void says_which_field_of_which_file_is_not_known() throws Exception {
        Folder.in(folder).withTrigger(Folder.SUBSCRIBER + Folder.DELIVERY.replace("backoffDelay", "backOffDelay"));

        refuses("trigger.yaml: spec.delivery.backOffDelay");
    }

    @Test
    void refuses_durations_that_are_not_iso_8601() throws Exception {
        Folder.in(folder).withTrigger(Folder.SUBSCRIBER + Folder.DELIVERY.replace("PT0.5S", "2s"));

        refuses("trigger.yaml: spec.delivery.timeout");
    }

    @Test
    void refuses_a_policy_that_there_is_not() throws Exception {
        Folder.in(folder).withTrigger(Folder.SUBSCRIBER + Folder.DELIVERY.replace("exponential", "random"));

        refuses("linear or exponential, not random");
    }

    @Test
    void refuses_filters_that_it_does_not_emulate() throws Exception {
        Folder.in(folder).withTrigger("  filters: [{ cesql: \"type = 'a'\" }]\n" + Folder.SUBSCRIBER);

        refuses("trigger.yaml: spec.filters");
    }

    @Test
    void refuses_a_trigger_without_a_subscriber() throws Exception {
        Folder.in(folder).withTrigger(Folder.DELIVERY);

        refuses("subscriber");
    }

    @Test
    void refuses_a_trigger_of_a_broker_that_is_not_there() throws Exception {
        Folder.in(folder)
                .with("broker.yaml", "kind: Broker\nmetadata: { name: other }\nspec: {}\n")
                .withTrigger(Folder.SUBSCRIBER);

        refuses("trigger.yaml: there is no Broker litemaas");
    }

    @Test
    void refuses_a_schedule_that_is_none() throws Exception {
        Folder.in(folder).withTick("every minute");

        refuses("tick.yaml: a schedule has five fields");
    }

    @Test
    void refuses_objects_and_files_that_it_does_not_understand() throws Exception {
        Folder.in(folder).with("other.yaml", "kind: Sequence\nmetadata: { name: a }\n");
        refuses("other.yaml: objects of kind 'Sequence' are not emulated");

        Folder.in(folder).with("other.yaml", "a: [");
        refuses("other.yaml is no YAML");
    }

    @Test
    void refuses_to_start_without_the_address_of_a_service() throws IOException {
        Folder.in(folder).withTrigger(Folder.SUBSCRIBER + Folder.DELIVERY);

        Map<String, URI> none = Map.of();
        assertThatThrownBy(() -> Manifests.read(folder).checkAddresses(none))
                .hasMessageContaining("no address is known for the Service rooms");
    }

    private void refuses(String sentence) {
        assertThatThrownBy(() -> Manifests.read(folder))
                .isInstanceOf(BadManifest.class)
                .hasMessageContaining(sentence);
    }
}
