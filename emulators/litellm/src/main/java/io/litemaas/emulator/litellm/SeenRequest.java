package io.litemaas.emulator.litellm;

/** A request that reached the emulator; no header, query or body, so no secret. A status of 0: not answered yet. */
public record SeenRequest(String method, String path, int status) {}
