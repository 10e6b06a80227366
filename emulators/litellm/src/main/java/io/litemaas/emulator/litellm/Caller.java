package io.litemaas.emulator.litellm;

/**
 * Who sent a request.
 *
 * @param keyHash the hash of the virtual key; of the master key, its name in LiteLLM's logs
 * @param userId empty for a key without a user
 */
record Caller(Role role, String keyHash, String userId) {
    static final String MASTER = "litellm_proxy_master_key";
    static final String DEFAULT_USER = "default_user_id";
    static final Caller NOBODY = new Caller(Role.NOBODY, "", "");

    /** What LiteLLM lets a user do. */
    enum Role {
        NOBODY,
        PROXY_ADMIN,
        PROXY_ADMIN_VIEWER,
        INTERNAL_USER
    }

    static Caller master() {
        return new Caller(Role.PROXY_ADMIN, MASTER, DEFAULT_USER);
    }

    boolean isMaster() {
        return keyHash.equals(MASTER);
    }

    boolean isAdmin() {
        return role == Role.PROXY_ADMIN;
    }

    boolean seesEverything() {
        return role == Role.PROXY_ADMIN || role == Role.PROXY_ADMIN_VIEWER;
    }
}
