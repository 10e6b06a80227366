package io.litemaas.identity.room;

import io.litemaas.platform.job.Job;

/** A job of this room; the suite has those of other rooms beside them. */
public interface IdentityJob extends Job {}
