/// One address for every client: reads to query-api, writes to ingest-api.
@NullMarked
package dev.playhead.local.door;

import org.jspecify.annotations.NullMarked;
