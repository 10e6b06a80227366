package io.litemaas.access.kill;

import io.litemaas.testing.Person;
import java.util.Optional;
import java.util.UUID;

/** A person with a subscription who asks for one key, and what they hold of it. */
final class Owner {
    private final Person person;
    private final String subscription;
    private final String header = UUID.randomUUID().toString();
    private Optional<String> value = Optional.empty();
    private Optional<String> key = Optional.empty();

    Owner(Person person, String subscription) {
        this.person = person;
        this.subscription = subscription;
    }

    Person person() {
        return person;
    }

    String subscription() {
        return subscription;
    }

    /** The Idempotency-Key of each attempt. */
    String header() {
        return header;
    }

    /** The value that an answer gave; a second answer must give the same. */
    Optional<String> value() {
        return value;
    }

    /** The key's id. */
    Optional<String> key() {
        return key;
    }

    Answer took(Answer answer) {
        if (answer.status() == 200 && answer.body().has("value")) {
            String given = answer.body().path("value").asText();
            if (value.filter(earlier -> !earlier.equals(given)).isPresent()) {
                throw new AssertionError("Another value for the same Idempotency-Key");
            }
            value = Optional.of(given);
            key = Optional.of(answer.body().path("id").asText());
        }
        return answer;
    }
}
