package io.litemaas.emulator.broker;

/** Sends the same event again and again. */
record PingSource(String name, Schedule schedule, String mediaType, String data, Destination sink) {}
