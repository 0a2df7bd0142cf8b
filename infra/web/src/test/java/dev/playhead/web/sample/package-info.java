/// A service as small as can be, for the tests to call over real HTTP.
@NullMarked
package dev.playhead.web.sample;

import org.jspecify.annotations.NullMarked;
