package io.litemaas.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.litemaas.litellm.Deadline;
import io.litemaas.litellm.LiteLlmFault;
import io.litemaas.litellm.LiteLlmSpend;
import io.litemaas.litellm.LiteLlmThrottled;
import io.litemaas.litellm.LiteLlmUnavailable;
import io.litemaas.litellm.MalformedSpendLog;
import io.litemaas.litellm.SpendLog;
import io.litemaas.litellm.SpendLogPage;
import io.litemaas.litellm.SpendLogQuery;
import io.litemaas.spend.PushedLog;
import io.litemaas.spend.Spender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a LiteLLM that has more rows than the emulator could be given. */
class LogPullTest {
    private static final Instant FROM = Instant.parse("2026-11-24T12:00:00Z");
    private static final PullWindow WINDOW = new PullWindow(FROM, FROM.plusSeconds(64));
    private static final Deadline DEADLINE = Deadline.after(Duration.ofSeconds(5), System::nanoTime);

    private final LiteLlmSpend litellm = mock(LiteLlmSpend.class);
    private final Booking booking = mock(Booking.class);
    private final LogPull pull = new LogPull(litellm, booking);
    private final List<SpendLogQuery> asked = new ArrayList<>();
    private final List<Batch> booked = new ArrayList<>();
    private final List<Instant> bookmarks = new ArrayList<>();

    @BeforeEach
    void book() {
        when(booking.book(any())).thenAnswer(call -> {
            Batch batch = call.getArgument(0);
            booked.add(batch);
            return new Receipt(
                    batch.requests().size(),
                    batch.requests().size(),
                    0,
                    0,
                    batch.unbookable().size());
        });
    }

    @Test
    void reads_page_after_page() {
        litellmAnswers(query -> page(1000, query.page(), 3, false));

        Pulled pulled = pull.pull(WINDOW, FROM, DEADLINE, bookmarks::add);

        assertThat(asked).extracting(SpendLogQuery::page).containsExactly(1, 2, 3);
        assertThat(asked).extracting(SpendLogQuery::pageSize).containsOnly(1000);
        assertThat(pulled.receipt().booked()).isEqualTo(3000);
        assertThat(pulled.isDone()).isTrue();
    }

    @Test
    void halves_a_window_with_more_rows_than_litellm_counts_and_goes_on_in_the_order_of_time() {
        litellmAnswers(query -> {
            boolean large = Duration.between(query.from(), query.to()).toSeconds() > 16;
            return page(large ? 1000 : 2, 1, 1, large);
        });

        Pulled pulled = pull.pull(WINDOW, FROM, DEADLINE, bookmarks::add);

        List<SpendLogQuery> read = asked.stream()
                .filter(query -> Duration.between(query.from(), query.to()).toSeconds() <= 16)
                .toList();
        assertThat(read)
                .extracting(SpendLogQuery::from)
                .containsExactly(FROM, FROM.plusSeconds(16), FROM.plusSeconds(32), FROM.plusSeconds(48));
        assertThat(pulled.receipt().booked()).isEqualTo(8);
    }

    @Test
    void reads_a_smallest_window_to_its_end_however_many_rows_it_has() {
        litellmAnswers(query -> query.page() < 4 ? page(1000, query.page(), 1, true) : page(0, 4, 1, true));

        Pulled pulled = pull.pull(new PullWindow(FROM, FROM.plusSeconds(1)), FROM, DEADLINE, bookmarks::add);

        assertThat(pulled.receipt().booked()).isEqualTo(3000);
    }

    @Test
    void says_how_far_it_came_when_litellm_fails_on_the_way() {
        litellmAnswers(query -> {
            if (query.page() == 2) {
                throw LiteLlmUnavailable.leftAlone();
            }
            return page(1000, 1, 2, false);
        });

        Pulled pulled = pull.pull(WINDOW, FROM, DEADLINE, bookmarks::add);

        assertThat(pulled.isDone()).isFalse();
        assertThat(pulled.until()).isEqualTo(FROM.plusMillis(999));
        assertThat(pulled.receipt().booked()).isEqualTo(1000);
    }

    @Test
    void keeps_how_far_it_came_when_litellm_answers_garbage_on_the_way() {
        LiteLlmFault garbage = mock(LiteLlmFault.class);
        litellmAnswers(query -> {
            if (query.page() == 2) {
                throw garbage;
            }
            return page(1000, 1, 2, false);
        });

        Pulled pulled = pull.pull(WINDOW, FROM, DEADLINE, bookmarks::add);

        assertThat(pulled.isDone()).isFalse();
        assertThat(pulled.until()).isEqualTo(FROM.plusMillis(999));
    }

    @Test
    void stops_at_once_and_marks_how_far_it_came_when_litellm_wants_it_to_come_later() {
        LiteLlmThrottled later = mock(LiteLlmThrottled.class);
        litellmAnswers(query -> {
            if (query.page() == 2) {
                throw later;
            }
            return page(1000, 1, 2, false);
        });

        assertThatThrownBy(() -> pull.pull(WINDOW, FROM, DEADLINE, bookmarks::add))
                .isSameAs(later);

        assertThat(bookmarks).containsExactly(FROM.plusMillis(999));
        assertThat(asked).hasSize(2);
    }

    @Test
    void marks_nothing_when_litellm_wants_it_to_come_later_at_once() {
        LiteLlmThrottled later = mock(LiteLlmThrottled.class);
        litellmAnswers(query -> {
            throw later;
        });

        assertThatThrownBy(() -> pull.pull(WINDOW, FROM, DEADLINE, bookmarks::add))
                .isSameAs(later);

        assertThat(bookmarks).isEmpty();
    }

    @Test
    void fails_when_not_a_page_could_be_read() {
        litellmAnswers(query -> {
            throw LiteLlmUnavailable.leftAlone();
        });

        assertThatThrownBy(() -> pull.pull(WINDOW, FROM, DEADLINE, bookmarks::add))
                .isInstanceOf(LiteLlmUnavailable.class);
    }

    @Test
    void sets_malformed_rows_aside() {
        litellmAnswers(query ->
                new SpendLogPage(rows(1), List.of(new MalformedSpendLog(1, "chatcmpl-1", "spend")), 2, 1, 1, false));

        pull.pull(WINDOW, FROM, DEADLINE, bookmarks::add);

        assertThat(booked.get(0).requests()).hasSize(1);
        assertThat(booked.get(0).unbookable()).containsExactly(UnbookableRow.unread("spend", "", "chatcmpl-1"));
    }

    private void litellmAnswers(Function<SpendLogQuery, SpendLogPage> answer) {
        when(litellm.logs(any(), any())).thenAnswer(call -> {
            asked.add(call.getArgument(0));
            return answer.apply(call.getArgument(0));
        });
    }

    private static SpendLogPage page(int size, int number, int pages, boolean capped) {
        return new SpendLogPage(rows(size), List.of(), size, number, pages, capped);
    }

    private static List<SpendLog> rows(int size) {
        Spender nobody = new Spender(null, null, null, "", "a".repeat(64));
        return IntStream.range(0, size)
                .mapToObj(i -> PushedLog.at(nobody, FROM.plusMillis(i), "0.1").pulled())
                .toList();
    }
}
