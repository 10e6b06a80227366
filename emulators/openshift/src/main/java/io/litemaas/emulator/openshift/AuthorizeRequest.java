package io.litemaas.emulator.openshift;

import io.vertx.core.MultiMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a client asks for at the authorize endpoint (RFC 6749 §4.1.1, RFC 7636, OpenID Core); absent is empty. */
record AuthorizeRequest(
        String responseType,
        String clientId,
        String redirectUri,
        String state,
        String scope,
        String nonce,
        String codeChallenge,
        String codeChallengeMethod) {

    static AuthorizeRequest of(MultiMap parameters) {
        return new AuthorizeRequest(
                value(parameters, "response_type"),
                value(parameters, "client_id"),
                value(parameters, "redirect_uri"),
                value(parameters, "state"),
                value(parameters, "scope"),
                value(parameters, "nonce"),
                value(parameters, "code_challenge"),
                value(parameters, "code_challenge_method"));
    }

    private static String value(MultiMap parameters, String name) {
        String value = parameters.get(name);
        return value == null ? "" : value;
    }

    Pkce pkce() {
        return new Pkce(codeChallenge, codeChallengeMethod);
    }

    /** The same request as form fields, for the page to send back. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("response_type", responseType);
        fields.put("client_id", clientId);
        fields.put("redirect_uri", redirectUri);
        fields.put("state", state);
        fields.put("scope", scope);
        fields.put("nonce", nonce);
        fields.put("code_challenge", codeChallenge);
        fields.put("code_challenge_method", codeChallengeMethod);
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
