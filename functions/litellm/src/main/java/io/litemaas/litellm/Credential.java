package io.litemaas.litellm;

/** What a room proves itself with to LiteLLM: the master key, or a key made from it. It prints as nothing. */
record Credential(String reveal) {
    Credential {
        if (reveal.isEmpty() || !KeyValue.isPrintable(reveal)) {
            throw new IllegalArgumentException("litemaas.litellm.key can't be sent in a header");
        }
    }

    @Override
    public String toString() {
        return "sk-…";
    }
}
