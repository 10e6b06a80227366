package io.litemaas.litellm;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Configuration of a test. */
record Settings(URI url, Optional<String> key, Optional<String> readingKey, Duration connectTimeout, int largestAnswer)
        implements LiteLlmConfig {
    static final String KEY = "sk-test-credential-0001";

    Settings(URI url, Optional<String> key, Duration connectTimeout, int largestAnswer) {
        this(url, key, Optional.empty(), connectTimeout, largestAnswer);
    }

    static Settings of(String url) {
        return new Settings(URI.create(url), Optional.of(KEY), Duration.ofSeconds(2), 1 << 20);
    }

    Settings withKey(String newKey) {
        return new Settings(url, Optional.of(newKey), connectTimeout, largestAnswer);
    }

    Settings withoutKey() {
        return new Settings(url, Optional.empty(), connectTimeout, largestAnswer);
    }

    Settings withReadingKey(String newKey) {
        return new Settings(url, key, Optional.of(newKey), connectTimeout, largestAnswer);
    }
}
