package io.litemaas.access.kill;

import java.util.ArrayList;
import java.util.List;

/** Border by outcome, for people to read. */
final class Table {
    private static final String FORM = "%-7s %-44s %-16s %7s  %-28s %5s %7s%n";

    private final List<String> rows = new ArrayList<>();

    /**
     * Notes how one owner fared.
     *
     * @param got what the client got from the process that died
     * @param inLiteLlm how many keys LiteLLM had after the death
     * @param then what the client did about it, with its answer
     * @param valid how many keys our API shows as valid in the end
     * @param live how many LiteLLM has in the end
     */
    void row(String work, String border, String got, int inLiteLlm, String then, int valid, int live) {
        rows.add(FORM.formatted(work, border, got, inLiteLlm, then, valid, live));
    }

    @Override
    public String toString() {
        return FORM.formatted("work", "dies at the border", "client got", "LiteLLM", "client then", "valid", "LiteLLM")
                + String.join("", rows);
    }
}
