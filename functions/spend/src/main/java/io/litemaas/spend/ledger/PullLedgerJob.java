package io.litemaas.spend.ledger;

import io.litemaas.litellm.LiteLlmException;
import io.litemaas.litellm.LiteLlmThrottled;
import io.litemaas.litellm.LiteLlmUnavailable;
import io.litemaas.platform.job.Job;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Pulls what is next: each minute where LiteLLM pushes nothing, else after pushes and rings, and each quarter of an hour
 * ({@code spend.published_due_pull_ledger}).
 */
@Singleton
class PullLedgerJob implements Job {
    private static final Logger LOG = Logger.getLogger(PullLedgerJob.class);

    private final LedgerPull pull;

    PullLedgerJob(LedgerPull pull) {
        this.pull = pull;
    }

    @Override
    public String name() {
        return "spend.pull-ledger";
    }

    /** What LiteLLM does not say now, it says the next time: nothing is lost, so nothing is thrown. */
    @Override
    public boolean slice() {
        try {
            return !pull.next().isDone();
        } catch (LiteLlmUnavailable | LiteLlmThrottled e) {
            LOG.debugf("The pull waits: %s", e.getMessage());
        } catch (LiteLlmException e) {
            LOG.warnf("LiteLLM's log can't be pulled: %s", e.getMessage());
        }
        return false;
    }
}
