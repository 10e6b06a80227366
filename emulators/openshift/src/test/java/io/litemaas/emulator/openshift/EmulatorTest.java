package io.litemaas.emulator.openshift;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Gives each test its own stand-in. */
abstract class EmulatorTest {
    final SettableClock clock = new SettableClock();
    OpenShiftEmulator emulator;
    Browser browser;

    @BeforeEach
    void start() {
        emulator = OpenShiftEmulator.start(options(), clock);
        browser = new Browser(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    EmulatorOptions options() {
        return EmulatorOptions.defaults();
    }
}
