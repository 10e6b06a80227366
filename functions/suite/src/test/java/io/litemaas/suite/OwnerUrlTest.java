package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

/** The rooms log in where the owner does, in the same way, as themselves. */
class OwnerUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.org/litemaas?user=owner&password=s3cret",
                "jdbc:postgresql://db.example.org:6543/litemaas?user=owner&sslmode=verify-full&password=s3cret&sslrootcert=%2Fetc%2Fca.pem",
                "jdbc:postgresql://one:5432,two:5433,three/litemaas?targetServerType=primary&user=owner&password=s3cret",
                "jdbc:postgresql://[2001:db8::1]:5432,[::1]/litemaas?password=s3cret&user=owner&sslmode=require",
                "jdbc:postgresql://db/lite%20maas%3F?user=o%26w%3Dner&password=s%33cret%26sslmode%3Ddisable&options=-c%20statement_timeout%3D9",
                "jdbc:postgresql:litemaas?user=owner&password=s3cret&&tcpKeepAlive",
                "jdbc:postgresql://db/?PGDBNAME=litemaas&user=owner&password=s3cret",
            })
    void all_but_the_credentials_is_told_to_the_rooms(String url) {
        Properties owner = Driver.parseURL(url, null);
        assertThat(owner.remove("user")).isNotNull();
        assertThat(owner.remove("password")).isNotNull();

        String told = new OwnerUrl(url).forRooms();

        assertThat(told).doesNotContain("s3cret", "s%33cret", "ner");
        assertThat(Driver.parseURL(told, someRoom()))
                .containsAllEntriesOf(owner)
                .containsEntry("user", "litemaas_spend");
    }

    @Test
    void a_url_without_parameters_is_told_as_it_is() {
        assertThat(new OwnerUrl("jdbc:postgresql://db/litemaas").forRooms()).isEqualTo("jdbc:postgresql://db/litemaas");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://owner:s3cret@db/litemaas, before the host",
        "postgres://db/litemaas, none of PostgreSQL's",
        "jdbc:postgresql://owner:s3cret@db/litemaas, before the host",
        "jdbc:postgresql://db/?user=owner&password=s3cret, names no database",
        "jdbc:postgresql:?user=owner&password=s3cret, names no database",
        "jdbc:postgresql://db/litemaas?user=ow%zzner&password=s3cret, none of PostgreSQL's",
    })
    void a_url_that_can_not_be_is_refused_without_repeating_it(String url, String sentence) {
        assertThatThrownBy(() -> new OwnerUrl(url))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void shows_nobody_its_password() {
        assertThat(new OwnerUrl("jdbc:postgresql://db/litemaas?user=owner&password=s3cret&sslpassword=s3cret"))
                .hasToString("OwnerUrl[jdbc:postgresql://db/litemaas]");
    }

    private static Properties someRoom() {
        Properties room = new Properties();
        room.setProperty("user", "litemaas_spend");
        room.setProperty("password", "its-own");
        return room;
    }
}
