/// What the rules of the house are tried on; see `HouseRulesTest`.
@NullMarked
package dev.playhead.ingest.catalog;

import org.jspecify.annotations.NullMarked;
