/// What the rules of the house are tried on; see `HouseRulesTest`.
@NullMarked
package dev.playhead.web.wrong;

import org.jspecify.annotations.NullMarked;
