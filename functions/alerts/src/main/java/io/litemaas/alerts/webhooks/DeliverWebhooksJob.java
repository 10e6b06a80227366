package io.litemaas.alerts.webhooks;

import io.litemaas.platform.job.Job;
import jakarta.inject.Singleton;

/** Delivers what was not taken before, and what a process left behind. */
@Singleton
class DeliverWebhooksJob implements Job {
    private final Courier courier;

    DeliverWebhooksJob(Courier courier) {
        this.courier = courier;
    }

    @Override
    public String name() {
        return "alerts.deliver-webhooks";
    }

    @Override
    public boolean slice() {
        return courier.slice();
    }
}
