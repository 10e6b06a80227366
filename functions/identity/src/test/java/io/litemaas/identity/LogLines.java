package io.litemaas.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged while it is open, in front of the wall that redacts secrets. */
public final class LogLines extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");
    private static final ExtFormatter MESSAGE = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord entry) {
            return entry.getLevel() + " " + formatMessage(entry) + " " + entry.getThrown();
        }
    };

    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** Begins to listen. */
    public LogLines() {
        ROOT.addHandler(this);
    }

    /** All lines, each with its level. */
    public List<String> lines() {
        return lines;
    }

    /** What an operator would look at; that these tests have no broker is not news. */
    public List<String> warnings() {
        return lines.stream()
                .filter(line -> line.matches("(?s)(WARN|ERROR|SEVERE|FATAL).*"))
                .filter(line -> !line.contains("No sink is configured"))
                .toList();
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(MESSAGE.format(ExtLogRecord.wrap(entry)));
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
