package io.litemaas.operations.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.face.Rate;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;

/** Functions whose paths end in a secret. */
@ApplicationScoped
public class Bell {

    @Funq("samples/bell")
    @Changes(role = Role.ANYONE, rate = Rate.WEBHOOK, secretSegment = "samples.bell-token")
    public String ring(ObjectNode body) {
        return "rung by " + body.path("who").asText();
    }

    @Funq("samples/broken-bell")
    @Changes(role = Role.ANYONE, secretSegment = "samples.bell-token")
    public String breakOff() {
        throw new IllegalStateException("the rope is torn");
    }

    @Funq("samples/bell-without-token")
    @Changes(role = Role.ANYONE, secretSegment = "samples.nobody-sets-this")
    public String neverRings() {
        return "rung";
    }
}
