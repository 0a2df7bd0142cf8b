/// Every refusal and failure as RFC 9457 problem details, from one place.
@NullMarked
package dev.playhead.web.problem;

import org.jspecify.annotations.NullMarked;
