package io.litemaas.spend.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What makes a request the same in its pushed and in its pulled form. No part would do alone: clients can choose the call
 * id, self-hosted upstreams repeat theirs, and many requests have one key or one start.
 *
 * @param callId LiteLLM's call id
 * @param upstreamId the upstream's id of the answer, with or without the suffix of a cache hit, which differs by form
 * @param keyHash absent where the call had no key that is one: then both forms have none
 * @param startedAt in milliseconds, rounded half up
 */
record RequestIdentity(String callId, String upstreamId, Optional<String> keyHash, Instant startedAt) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String CACHE_HIT = "_cache_hit";

    /** Brings both forms to one. */
    RequestIdentity {
        int suffix = upstreamId.indexOf(CACHE_HIT);
        upstreamId = suffix < 0 ? upstreamId : upstreamId.substring(0, suffix);
        keyHash = keyHash.filter(hash -> HASH.matcher(hash).matches());
        startedAt = startedAt.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The moment of a pushed {@code startTime}: seconds since 1970, rounded half up from the exact decimal. */
    static Instant moment(BigDecimal epochSeconds) {
        return Instant.ofEpochMilli(
                epochSeconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** The first 16 bytes of the SHA-256. */
    UUID id() {
        return new Digest()
                .text(callId)
                .text(upstreamId)
                .text(keyHash.orElse(""))
                .number(startedAt.toEpochMilli())
                .firstHalf();
    }

    /** The UTC day that it is booked on. */
    LocalDate day() {
        return LocalDate.ofInstant(startedAt, ZoneOffset.UTC);
    }
}
