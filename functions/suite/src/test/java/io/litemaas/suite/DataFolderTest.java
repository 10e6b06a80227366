package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void keeps_its_secrets_from_start_to_start_and_from_others() throws Exception {
        Map<String, String> first = kept();

        assertThat(kept()).isEqualTo(first);
        assertThat(first)
                .containsKeys(
                        "litemaas.token.signing-key",
                        "litemaas.token.verification-keys",
                        "litemaas.access.pepper.values.p1",
                        "litemaas.identity.provider.state-secret",
                        "litemaas.ledger.push-secret",
                        "litemaas.ledger.alert-token",
                        "litemaas.alerts.seal.values.s1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void adds_what_a_folder_of_an_earlier_version_lacks_and_leaves_what_it_has() throws Exception {
        Map<String, String> first = kept();
        Path file = folder.resolve("secrets.properties");
        String earlier = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("litemaas.alerts.seal"))
                .collect(Collectors.joining("\n"));
        Files.writeString(file, earlier);

        Map<String, String> added = kept();

        assertThat(added).containsEntry("litemaas.alerts.seal.current", "s1").isNotEqualTo(first);
        first.remove("litemaas.alerts.seal.values.s1");
        assertThat(added).containsAllEntriesOf(first);
        assertThat(kept()).isEqualTo(added);
    }

    @Test
    void rotates_the_signing_key_and_nothing_else_and_tells_no_room_of_the_next_one() {
        Map<String, String> before = kept();

        DataFolder.at(folder).rotateSigningKey();

        Map<String, String> after = kept();
        assertThat(after.keySet()).isEqualTo(before.keySet()).allMatch(name -> name.startsWith("litemaas."));
        assertThat(after.get(TokenKeys.SIGNING)).isNotEqualTo(before.get(TokenKeys.SIGNING));
        after.keySet().removeAll(List.of(TokenKeys.SIGNING, TokenKeys.KNOWN));
        assertThat(before).containsAllEntriesOf(after);
    }

    @Test
    void two_installations_share_no_secret() {
        assertThat(DataFolder.at(folder.resolve("a")).secrets().get("litemaas.access.pepper.values.p1"))
                .isNotEqualTo(DataFolder.at(folder.resolve("b")).secrets().get("litemaas.access.pepper.values.p1"));
    }

    @Test
    void makes_the_relays_secret_anew_at_each_start() {
        assertThat(DataFolder.at(folder).secrets().get("litemaas.relay-secret"))
                .isNotEqualTo(DataFolder.at(folder).secrets().get("litemaas.relay-secret"));
    }

    private Map<String, String> kept() {
        Map<String, String> secrets = new HashMap<>(DataFolder.at(folder).secrets());
        secrets.remove("litemaas.relay-secret");
        return secrets;
    }
}
