package io.litemaas.emulator.openshift;

import java.util.List;
import java.util.Set;

/**
 * How the stand-in is set up.
 *
 * @param port the loopback port, 0 for a free one
 * @param clientId the one client that may sign people in
 * @param clientSecret its secret
 * @param redirectUris addresses that the client registered, compared exactly
 * @param loopbackRedirects whether any http address on this machine counts as registered
 * @param people those offered on the page
 */
public record EmulatorOptions(
        int port,
        String clientId,
        String clientSecret,
        Set<String> redirectUris,
        boolean loopbackRedirects,
        List<Person> people) {

    /** Takes copies, so that nothing changes under a running stand-in. */
    public EmulatorOptions {
        redirectUris = Set.copyOf(redirectUris);
        people = List.copyOf(people);
    }

    /** A free port, client {@code litemaas} with secret {@code litemaas-secret}, loopback redirects, sample people. */
    public static EmulatorOptions defaults() {
        return new EmulatorOptions(0, "litemaas", "litemaas-secret", Set.of(), true, samplePeople());
    }

    /** One person of each kind that the tests and the demo need. */
    public static List<Person> samplePeople() {
        return List.of(
                new Person("alice", "Alice Example", List.of("developers")),
                new Person("bob", "Bob Example", List.of("developers")),
                new Person("carol", "Carol Example", List.of("litemaas-admins")),
                new Person("dave", "Dave Example", List.of("litemaas-admins-readonly")));
    }

    /** The same on another port. */
    public EmulatorOptions withPort(int newPort) {
        return new EmulatorOptions(newPort, clientId, clientSecret, redirectUris, loopbackRedirects, people);
    }

    /** The same for another client. */
    public EmulatorOptions withClient(String id, String secret) {
        return new EmulatorOptions(port, id, secret, redirectUris, loopbackRedirects, people);
    }

    /** The same, with only these addresses registered: loopback ones no longer count by themselves. */
    public EmulatorOptions withOnlyRedirects(Set<String> registered) {
        return new EmulatorOptions(port, clientId, clientSecret, registered, false, people);
    }

    /** The same with other people. */
    public EmulatorOptions withPeople(List<Person> others) {
        return new EmulatorOptions(port, clientId, clientSecret, redirectUris, loopbackRedirects, others);
    }
}
