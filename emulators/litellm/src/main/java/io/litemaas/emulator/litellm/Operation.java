package io.litemaas.emulator.litellm;

/** What one route does. Runs under the emulator's lock; throws {@link Refusal} for an error answer. */
interface Operation {
    Reply answer(Call call);
}
