package io.litemaas.suite;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** Manifests as text: a string stays a string, whatever it looks like or has in it. */
final class YamlDocuments {
    /** Longer than any line, since a folded one is hard to compare. */
    private static final int NEVER_FOLD = 10_000;

    private YamlDocuments() {}

    /** Each document of a stream of them. */
    static List<Map<String, Object>> read(Reader text) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object document : yaml().loadAll(text)) {
            @SuppressWarnings("unchecked")
            Map<String, Object> object = (Map<String, Object>) document;
            documents.add(object);
        }
        return documents;
    }

    static String write(List<Map<String, Object>> documents) {
        return yaml().dumpAll(documents.iterator());
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(NEVER_FOLD);
        options.setSplitLines(false);
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options);
    }
}
