package io.litemaas.bench.load;

/** How many rows of others a database holds. */
record SeedSizes(long people, long keys, long rollups, long budgets) {}
