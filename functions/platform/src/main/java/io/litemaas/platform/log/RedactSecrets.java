package io.litemaas.platform.log;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** The last wall before a log: whatever a library puts into a line or a trace, no secret passes. */
@LoggingFilter(name = "redact-secrets")
public final class RedactSecrets implements Filter {
    private static final MessageOnly MESSAGE = new MessageOnly();

    @Override
    public boolean isLoggable(LogRecord entry) {
        String message = entry instanceof ExtLogRecord extended ? MESSAGE.formatMessage(extended) : entry.getMessage();
        if (message != null && Secrets.appearIn(message)) {
            entry.setMessage(Secrets.redact(message));
            entry.setParameters(null);
            if (entry instanceof ExtLogRecord extended) {
                extended.setMessage(Secrets.redact(message), ExtLogRecord.FormatStyle.NO_FORMAT);
            }
        }
        Throwable thrown = entry.getThrown();
        if (thrown != null && RedactedThrowable.needs(thrown)) {
            entry.setThrown(new RedactedThrowable(thrown));
        }
        return true;
    }

    /** Fills a message's parameters in, as the handlers would. */
    private static final class MessageOnly extends ExtFormatter {
        @Override
        public String format(ExtLogRecord entry) {
            return formatMessage(entry);
        }
    }
}
