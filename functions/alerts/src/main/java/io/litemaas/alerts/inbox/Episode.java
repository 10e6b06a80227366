package io.litemaas.alerts.inbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A time in which LiteLLM could not be used, as access announced its beginning or its end.
 *
 * @param refused whether LiteLLM did not accept our credential; else it was away
 * @param announcedAt when it began, or ended
 * @param lasts whether it is so still
 * @param another whether another such time lasts
 */
record Episode(UUID id, boolean refused, Instant announcedAt, boolean lasts, boolean another) {
    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm VV", Locale.ENGLISH).withZone(ZoneId.of("UTC"));

    private static final String UNTIL_THEN =
            " Until then no key can be issued; other changes wait and are made by themselves.";

    /** Why it began, as the contract names it. */
    String cause() {
        return refused ? "credential" : "unavailable";
    }

    /** Says as well what nobody was told of since the last message. */
    News opened(Optional<LastTold> last) {
        News news = lasts ? lasting() : over();
        return opened(news.title(), news.text() + last.map(LastTold::meanwhile).orElse(""));
    }

    private News lasting() {
        return refused
                ? opened(
                        "LiteLLM does not accept LiteMaaS’s key",
                        "The key that LiteMaaS calls LiteLLM with was replaced, or may not do what it has to: give LiteMaaS"
                                + " the right one." + UNTIL_THEN)
                : opened(
                        "LiteLLM can’t be used",
                        "It was found away, and is tried again each half minute." + UNTIL_THEN);
    }

    /** Its event may have waited as a dead letter for days. */
    private News over() {
        String began = MOMENT.format(announcedAt);
        return refused
                ? opened(
                        "LiteLLM did not accept LiteMaaS’s key",
                        "From " + began + " on it refused the key that LiteMaaS calls it with. That is over.")
                : opened("LiteLLM could not be used", "On " + began + " it was found away. That is over.");
    }

    private News opened(String title, String text) {
        return new News("integration_opened", id, title, text);
    }

    News closed() {
        return new News(
                "integration_closed", id, "LiteLLM can be used again", "What waited for it is being made by itself.");
    }
}
