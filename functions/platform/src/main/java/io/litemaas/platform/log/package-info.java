/** What leaves this process as a log line. */
package io.litemaas.platform.log;
