package io.litemaas.emulator.openshift;

/** What a person allowed a client: kept behind a code, then behind a token. */
record Grant(Person person, AuthorizeRequest request) {}
