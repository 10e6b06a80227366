/** Lists come in pages by keyset: a cursor names the last item seen, so that nothing is skipped or shown twice. */
package io.litemaas.platform.page;
