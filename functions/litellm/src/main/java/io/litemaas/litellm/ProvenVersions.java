package io.litemaas.litellm;

import java.util.List;

/** The LiteLLM versions on which the client's contract and the example were proven; the contract's test holds it to that. */
public final class ProvenVersions {
    /** Oldest first. */
    public static final List<String> ALL = List.of("1.108.7", "1.110.2");

    private ProvenVersions() {}
}
