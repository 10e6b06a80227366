package io.litemaas.access.models;

import io.litemaas.litellm.Deployment;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What holds for a model whichever of its deployments answers: the dearest price, the smallest context, and only what
 * all of them support. A promise that one deployment breaks would be none.
 */
record MergedModel(
        String name,
        String mode,
        Optional<String> provider,
        Optional<String> description,
        Optional<BigDecimal> inputCostPerToken,
        Optional<BigDecimal> outputCostPerToken,
        OptionalLong maxInputTokens,
        OptionalLong maxOutputTokens,
        boolean supportsVision,
        boolean supportsFunctionCalling,
        int deployments) {
    private static final String USUAL_MODE = "chat";

    static List<MergedModel> of(List<Deployment> deployments) {
        Map<String, List<Deployment>> byName = deployments.stream()
                .collect(Collectors.groupingBy(Deployment::modelName, LinkedHashMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(model -> merge(model.getKey(), model.getValue()))
                .sorted(Comparator.comparing(MergedModel::name))
                .toList();
    }

    private static MergedModel merge(String name, List<Deployment> all) {
        return new MergedModel(
                name,
                first(all, Deployment::mode).orElse(USUAL_MODE),
                first(all, Deployment::provider),
                first(all, Deployment::description),
                dearest(all, Deployment::inputCostPerToken),
                dearest(all, Deployment::outputCostPerToken),
                smallest(all, Deployment::maxInputTokens),
                smallest(all, Deployment::maxOutputTokens),
                all.stream().allMatch(Deployment::supportsVision),
                all.stream().allMatch(Deployment::supportsFunctionCalling),
                all.size());
    }

    private static Optional<String> first(List<Deployment> all, Function<Deployment, Optional<String>> part) {
        return all.stream().map(part).flatMap(Optional::stream).findFirst();
    }

    private static Optional<BigDecimal> dearest(List<Deployment> all, Function<Deployment, Optional<BigDecimal>> cost) {
        return all.stream().map(cost).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private static OptionalLong smallest(List<Deployment> all, Function<Deployment, OptionalLong> size) {
        return all.stream().map(size).flatMapToLong(OptionalLong::stream).min();
    }
}
