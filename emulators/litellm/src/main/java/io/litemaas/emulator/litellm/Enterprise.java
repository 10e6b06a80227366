package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What LiteLLM refuses without a licence, each in its own way. */
final class Enterprise {
    private static final String SALES = "You must be a LiteLLM Enterprise user to use this feature. If you have a"
            + " license please set `LITELLM_LICENSE` in your env. Get a 7 day trial key here:"
            + " https://www.litellm.ai/enterprise#trial. \nPricing: https://www.litellm.ai/#pricing";

    private Enterprise() {}

    static void checkNewKey(ObjectNode body) {
        for (String feature : new String[] {"tags", "guardrails"}) {
            if (!body.path(feature).isEmpty()) {
                throw Refusal.internalDetail(
                        403, "This feature is only available for LiteLLM Enterprise users: " + feature + ". " + SALES);
            }
        }
        if (!body.path("model_max_budget").isEmpty()) {
            throw Refusal.internal(500, modelBudget());
        }
    }

    static void checkChangedKey(ObjectNode body) {
        if (!body.path("model_max_budget").isEmpty()) {
            throw Refusal.auth(400, "Authentication Error, " + modelBudget());
        }
    }

    static void checkTeam(ObjectNode body) {
        if (!body.path("model_max_budget").isEmpty()) {
            throw Refusal.internalDetail(403, "Setting model_max_budget on a team is an enterprise feature. " + SALES);
        }
    }

    static Refusal teamAdmin() {
        return Refusal.detailError(400, "Assigning team admins is a premium feature. " + SALES);
    }

    static Refusal regenerate() {
        return Refusal.internal(500, "Regenerating Virtual Keys is an Enterprise feature, " + SALES);
    }

    private static String modelBudget() {
        return "Invalid model_max_budget: You must have an enterprise license to set model_max_budget. " + SALES
                + ". Example of valid model_max_budget: https://docs.litellm.ai/docs/proxy/users";
    }
}
