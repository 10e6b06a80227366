/** What the tests of all rooms stand on. Nothing here is in a product's class path. */
package io.litemaas.testing;
