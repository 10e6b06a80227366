package io.litemaas.emulator.broker;

/** The stand-in as a program: says on one line that it is ready, and ends on SIGTERM or Ctrl-C. */
public final class Main {
    private static final String USAGE = """
            Stands in for Knative Eventing on this machine: delivers what is posted to it as the triggers say.
              --port PORT              loopback port (default: a free one)
              --triggers FOLDER        the manifests (default: triggers)
              --service NAME=ADDRESS   where a Service that they name is (repeatable)
              --tick SECONDS           how often PingSources send, instead of their schedules
            The environment's BROKER_HEADER (name=value) goes along with each delivery.
            """;

    private Main() {}

    /** Runs until it is told to stop; exits with 2 for arguments that make no sense, 1 where it can't start. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        BrokerOptions options;
        try {
            options = Arguments.parse(arguments, System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
            return;
        }
        try {
            BrokerEmulator emulator = BrokerEmulator.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "stop"));
            System.out.println("Broker stand-in ready at " + emulator.url());
        } catch (IllegalStateException e) {
            System.err.println("The broker stand-in can't start: " + e.getMessage());
            System.exit(1);
        }
    }
}
