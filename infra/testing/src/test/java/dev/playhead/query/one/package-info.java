/// What the rules of the house are tried on; see `HouseRulesTest`.
@NullMarked
package dev.playhead.query.one;

import org.jspecify.annotations.NullMarked;
