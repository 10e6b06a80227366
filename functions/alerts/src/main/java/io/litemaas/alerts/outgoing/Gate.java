package io.litemaas.alerts.outgoing;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Decides what may be called, once when an address is entered and again before each call. */
@Singleton
public class Gate {
    private final Names names;
    private final boolean allowHttp;
    private final List<Network> allowed;

    Gate(Names names, OutgoingConfig config) {
        this.names = names;
        this.allowHttp = config.allowHttp();
        this.allowed = config.allowedNetworks().orElse(List.of()).stream()
                .map(Network::parse)
                .toList();
    }

    /**
     * Checks an address that somebody enters.
     *
     * @throws NotCallableException if it can't be called now
     */
    public void check(String url) {
        pin(url);
    }

    /** The address to call. One forbidden address spoils a name, whatever its others are. */
    Pinned pin(String url) {
        Destination destination = Destination.parse(url, allowHttp);
        List<InetAddress> addresses = resolve(destination);
        if (!addresses.stream().allMatch(this::mayBeCalled)) {
            throw new NotCallableException(
                    Failure.ADDRESS_NOT_ALLOWED,
                    "The address leads to a network that is not public and not allowed by litemaas.alerts.outgoing.");
        }
        return new Pinned(destination, addresses.get(0));
    }

    private List<InetAddress> resolve(Destination destination) {
        try {
            return names.addressesOf(destination.lookup());
        } catch (UnknownHostException e) {
            throw new NotCallableException(Failure.NAME_NOT_RESOLVED, "The address's name can't be resolved.");
        }
    }

    private boolean mayBeCalled(InetAddress address) {
        return PublicAddresses.include(address) || allowed.stream().anyMatch(network -> network.contains(address));
    }

    /** A destination with the one address that it is called at. */
    record Pinned(Destination destination, InetAddress address) {}
}
