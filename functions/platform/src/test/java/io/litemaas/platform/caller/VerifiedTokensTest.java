package io.litemaas.platform.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.platform.caller.AccessTokens.Claims;
import io.litemaas.platform.caller.VerifiedTokens.Verified;
import io.litemaas.testing.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private final MovableClock clock = new MovableClock();
    private final VerifiedTokens tokens = new VerifiedTokens(100, clock);
    private final List<String> verified = new ArrayList<>();
    private final Claims claims = new Claims(UUID.randomUUID(), 1, Optional.empty());

    @Test
    void a_token_is_verified_once() {
        assertThat(ask("a")).contains(claims);
        assertThat(ask("a")).contains(claims);

        assertThat(verified).containsExactly("a");
    }

    @Test
    void each_other_token_is_verified_by_itself() {
        ask("a");
        ask("b");

        assertThat(verified).containsExactly("a", "b");
    }

    @Test
    void nothing_is_believed_any_more_from_the_moment_on_at_which_it_ends() {
        ask("a");
        clock.goOn(Duration.ofMinutes(10));

        ask("a");

        assertThat(verified).containsExactly("a", "a");
    }

    @Test
    void what_was_refused_is_not_remembered() {
        tokens.claims("a", token -> Optional.empty());

        assertThat(ask("a")).contains(claims);
    }

    @Test
    void only_so_many_are_remembered() {
        for (int token = 0; token < 1000; token++) {
            ask("token " + token);
        }
        verified.clear();

        for (int token = 0; token < 1000; token++) {
            ask("token " + token);
        }

        assertThat(verified).hasSizeGreaterThanOrEqualTo(900);
    }

    private Optional<Claims> ask(String asked) {
        return tokens.claims(asked, token -> {
            verified.add(token);
            return Optional.of(new Verified(claims, clock.instant().plus(Duration.ofMinutes(10))));
        });
    }
}
