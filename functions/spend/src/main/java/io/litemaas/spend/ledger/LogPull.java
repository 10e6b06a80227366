package io.litemaas.spend.ledger;

import io.litemaas.litellm.Deadline;
import io.litemaas.litellm.LiteLlmException;
import io.litemaas.litellm.LiteLlmSpend;
import io.litemaas.litellm.LiteLlmThrottled;
import io.litemaas.litellm.SpendLogPage;
import io.litemaas.litellm.SpendLogQuery;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a window of LiteLLM's log, page by page, oldest first, and books each page. */
@Singleton
class LogPull {
    private static final int PAGE = 1000;

    private final LiteLlmSpend litellm;
    private final Booking booking;

    LogPull(LiteLlmSpend litellm, Booking booking) {
        this.litellm = litellm;
        this.booking = booking;
    }

    /**
     * Pulls as far as the deadline allows; what was booked stays booked.
     *
     * @param countFrom rejected calls that began before were counted by an earlier pull
     * @param bookmark told how far it came before LiteLLM wanted it to come later
     * @throws LiteLlmException where not even one page could be read, and {@link LiteLlmThrottled} wherever it was
     */
    Pulled pull(PullWindow window, Instant countFrom, Deadline deadline, Consumer<Instant> bookmark) {
        Progress progress = new Progress(window, countFrom);
        try {
            while (!progress.open.isEmpty()) {
                pullPart(progress.open.pop(), progress, deadline);
            }
            return progress.as(window.to());
        } catch (LiteLlmThrottled e) {
            if (progress.pages > 0) {
                bookmark.accept(progress.reached);
            }
            throw e;
        } catch (LiteLlmException e) {
            if (progress.pages == 0) {
                throw e;
            }
            return progress.as(progress.reached);
        }
    }

    /** A window with more rows than LiteLLM counts is halved: far pages are slow, and end where the count does. */
    private void pullPart(PullWindow part, Progress progress, Deadline deadline) {
        SpendLogPage page;
        int number = 1;
        do {
            page = litellm.logs(new SpendLogQuery(part.from(), part.to(), number, PAGE), deadline);
            if (number == 1 && page.totalIsCapped() && part.canBeHalved()) {
                part.halves().stream()
                        .sorted((a, b) -> b.from().compareTo(a.from()))
                        .forEach(progress.open::push);
                return;
            }
            progress.book(page);
            number++;
        } while (page.hasNext());
    }

    /** How far a pull has come. */
    private final class Progress {
        private final PullWindow window;
        private final Instant countFrom;
        private final Deque<PullWindow> open = new ArrayDeque<>();
        private Receipt receipt = Receipt.NOTHING;
        private Instant reached;
        private int pages;

        private Progress(PullWindow window, Instant countFrom) {
            this.window = window;
            this.countFrom = countFrom;
            this.reached = window.from();
            open.push(window);
        }

        private void book(SpendLogPage page) {
            List<LoggedRequest> requests =
                    page.rows().stream().map(PulledRow::of).toList();
            List<UnbookableRow> unbookable = page.malformed().stream()
                    .map(row -> UnbookableRow.unread(row.reason(), "", row.requestId()))
                    .toList();
            receipt = receipt.plus(booking.book(new Batch(Source.PULL, requests, unbookable, countFrom)));
            // pages come oldest first; a later slice begins with the last moment of this one again
            reached = Stream.concat(
                            Stream.of(reached),
                            requests.stream().map(request -> request.identity().startedAt()))
                    .filter(start -> start.isBefore(window.to()))
                    .max(Instant::compareTo)
                    .orElse(reached);
            pages++;
        }

        private Pulled as(Instant until) {
            return new Pulled(window.from(), window.to(), until, receipt);
        }
    }
}
