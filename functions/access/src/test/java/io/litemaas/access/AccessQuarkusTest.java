package io.litemaas.access;

import io.litemaas.testing.RoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The room with its database and a LiteLLM. */
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "access"))
@QuarkusTestResource(LiteLlmResource.class)
public @interface AccessQuarkusTest {}
