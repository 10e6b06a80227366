package io.litemaas.suite;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * For {@code knative/render}: makes a template of the objects of the OpenShift overlay, which come in; its parameters stand
 * where the overlay has the example's names.
 */
public final class OpenShiftTemplate {
    private static final List<Map<String, Object>> PARAMETERS = List.of(
            preset("NAMESPACE", "litemaas", "The project that all of it lies in"),
            required("HOST", "Where browsers find LiteMaaS"),
            required("APPS_DOMAIN", "The cluster's domain of routes"),
            required("IMAGE_PREFIX", "Where the images lie, such as registry.example.com/litemaas"),
            preset("IMAGE_TAG", "0.1.0", "Which images"),
            required("OAUTH_CLIENT_SECRET", "What identity proves itself with at OpenShift"),
            preset(
                    "SETTINGS",
                    "1",
                    "Another one each time that other parameters change the rooms' settings, so that they are read"));

    private static final List<Example> EXAMPLES = List.of(
            new Example("litemaas\\.example\\.com", "${HOST}"),
            new Example("apps\\.example\\.com", "${APPS_DOMAIN}"),
            new Example("ghcr\\.io/litemaas/([a-z-]+):0\\.1\\.0", "${IMAGE_PREFIX}/$1:${IMAGE_TAG}"),
            new Example("\\.litemaas\\.svc", ".${NAMESPACE}.svc"),
            new Example("(litemaas\\.sink=\\S+)/litemaas/", "$1/${NAMESPACE}/"),
            new Example("replace-with-the-provider-client-secret", "${OAUTH_CLIENT_SECRET}"));

    /** What kustomize makes of a ConfigMap's contents. */
    private static final Pattern HASHED = Pattern.compile("(.+)-[a-z0-9]{10}");

    private OpenShiftTemplate() {}

    /** Reads the objects from standard input, and writes the template to standard output. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        try (InputStreamReader objects = new InputStreamReader(System.in, StandardCharsets.UTF_8)) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .print(YamlDocuments.write(List.of(of(YamlDocuments.read(objects)))));
        }
    }

    static Map<String, Object> of(List<Map<String, Object>> objects) {
        Map<String, String> renamed = new LinkedHashMap<>();
        List<Object> made = new ArrayList<>();
        for (Map<String, Object> object : objects) {
            Map<String, Object> parametrised = inMap(object, OpenShiftTemplate::parametrised);
            if ("ConfigMap".equals(object.get("kind")) && !object.get("data").equals(parametrised.get("data"))) {
                String name = nameOf(object);
                renamed.put(name, HASHED.matcher(name).replaceFirst("$1") + "-${SETTINGS}");
            }
            made.add(parametrised);
        }
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("apiVersion", "template.openshift.io/v1");
        template.put("kind", "Template");
        template.put("metadata", Map.of("name", "litemaas"));
        template.put("parameters", PARAMETERS);
        template.put("objects", inValue(made, text -> renamed.getOrDefault(text, text)));
        return template;
    }

    private static String parametrised(String text) {
        String result = text;
        for (Example example : EXAMPLES) {
            result = example.pattern().matcher(result).replaceAll(example.replacement());
        }
        return result;
    }

    private static Object inValue(Object value, UnaryOperator<String> change) {
        if (value instanceof String text) {
            return change.apply(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> inValue(each, change)).toList();
        }
        return value instanceof Map<?, ?> map ? inMap(map, change) : value;
    }

    private static Map<String, Object> inMap(Map<?, ?> map, UnaryOperator<String> change) {
        Map<String, Object> changed = new LinkedHashMap<>();
        map.forEach((key, value) -> changed.put(
                (String) key,
                key.equals("namespace") && value.equals("litemaas") ? "${NAMESPACE}" : inValue(value, change)));
        return changed;
    }

    private static String nameOf(Map<String, Object> object) {
        return (String) ((Map<?, ?>) object.get("metadata")).get("name");
    }

    private static Map<String, Object> required(String name, String description) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("required", true);
        parameter.put("description", description);
        return parameter;
    }

    private static Map<String, Object> preset(String name, String value, String description) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("value", value);
        parameter.put("description", description);
        return parameter;
    }

    /** What stands for a parameter in the overlay; the names in braces are the template's. */
    private record Example(Pattern pattern, String replacement) {
        Example(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement.replace("${", "\\${"));
        }
    }
}
