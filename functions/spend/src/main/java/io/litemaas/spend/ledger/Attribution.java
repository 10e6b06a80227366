package io.litemaas.spend.ledger;

import java.util.Optional;
import java.util.UUID;

/** Who a request is booked to, with the names as of now; a key that is not ours is its hash alone. */
record Attribution(Optional<KnownKey> key, Optional<String> unknownHash) {

    /** A key of ours. */
    record KnownKey(
            UUID ownerId,
            Optional<String> ownerName,
            UUID subscriptionId,
            String subscriptionName,
            UUID keyId,
            String keyName) {}

    static Attribution unknown(Optional<String> hash) {
        return new Attribution(Optional.empty(), hash);
    }

    boolean isKnown() {
        return key.isPresent();
    }

    /** Made from what it holds, so that it need not be looked up. */
    UUID id() {
        Digest digest = new Digest().text(unknownHash.orElse(""));
        key.ifPresent(known -> digest.text(known.ownerId().toString())
                .text(known.ownerName().orElse(""))
                .text(known.subscriptionId().toString())
                .text(known.subscriptionName())
                .text(known.keyId().toString())
                .text(known.keyName()));
        return digest.firstHalf();
    }
}
