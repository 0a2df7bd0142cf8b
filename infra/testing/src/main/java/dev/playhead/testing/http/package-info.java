/// What a service answers over HTTP, and whether it is what its document says.
@NullMarked
package dev.playhead.testing.http;

import org.jspecify.annotations.NullMarked;
