package io.litemaas.emulator.openshift;

import java.io.IOException;

/** The stand-in as a program: says on one line that it is ready, and ends on SIGTERM or Ctrl-C. */
public final class Main {
    private static final String USAGE = """
            Stands in for OpenShift's sign-in on this machine.
              --port PORT              loopback port (default: a free one)
              --client-id ID           default: litemaas
              --client-secret SECRET   default: litemaas-secret
              --users FILE             JSON: [{"name": "alice", "fullName": "Alice", "groups": ["developers"]}]
              --redirect-uri URI       only this one is registered (repeatable; default: any on this machine)
            """;

    private Main() {}

    /** Runs until it is told to stop; exits with 2 for arguments that make no sense, 1 where it can't start. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        EmulatorOptions options;
        try {
            options = Arguments.parse(arguments);
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
            return;
        }
        try {
            OpenShiftEmulator emulator = OpenShiftEmulator.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "stop"));
            System.out.println("OpenShift stand-in ready at " + emulator.url());
        } catch (IllegalStateException e) {
            System.err.println("The OpenShift stand-in can't start: " + e.getMessage());
            System.exit(1);
        }
    }
}
