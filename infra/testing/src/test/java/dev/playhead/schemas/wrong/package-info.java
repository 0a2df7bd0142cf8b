/// What the rules of the house are tried on; see `HouseRulesTest`.
@NullMarked
package dev.playhead.schemas.wrong;

import org.jspecify.annotations.NullMarked;
