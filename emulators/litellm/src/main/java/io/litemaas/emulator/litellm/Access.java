package io.litemaas.emulator.litellm;

/** Who may call a route at all. */
enum Access {
    /** Nobody is asked for a key. */
    PUBLIC,
    /** Calls of models: any virtual key, also while the database is away if it was used lately. */
    MODELS,
    /** Any virtual key; the route itself narrows what it shows. */
    SELF_SERVICE,
    /** Admins only. */
    ADMIN
}
