package io.litemaas.alerts.outgoing;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Resolves names as this machine does. A test has its own in its place. */
@Singleton
class Names {

    /** At least one address. */
    List<InetAddress> addressesOf(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
