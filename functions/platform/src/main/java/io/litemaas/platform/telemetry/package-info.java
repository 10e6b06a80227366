/**
 * Traces (OpenTelemetry), which are made only where {@code litemaas.traces.endpoint} says whom to send them to. Logs and
 * metrics are written where the things happen: {@code face.CallRecord}, {@code event.OutboxLag}, {@code job.JobRunner}.
 */
package io.litemaas.platform.telemetry;
