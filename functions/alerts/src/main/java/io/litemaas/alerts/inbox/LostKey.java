package io.litemaas.alerts.inbox;

import java.util.UUID;

/** A key that LiteLLM no longer has, as access publishes it. */
record LostKey(UUID id, String name, UUID ownerId) {

    News news() {
        return new News(
                "key_lost",
                id,
                "The key " + name + " is lost",
                "LiteLLM does not have it any more and refuses it. It can't be made again: issue a new one, and put it in"
                        + " the place of the old.");
    }
}
