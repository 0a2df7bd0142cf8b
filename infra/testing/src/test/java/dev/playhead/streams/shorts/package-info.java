/// What the rules of the house are tried on; see `HouseRulesTest`.
@NullMarked
package dev.playhead.streams.shorts;

import org.jspecify.annotations.NullMarked;
