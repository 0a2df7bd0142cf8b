/// What students do with shorts: watch them, swipe on, like and share. And the mock mode, in which
/// all of it is answered and none of it kept.
@NullMarked
package dev.playhead.ingest.shorts;

import org.jspecify.annotations.NullMarked;
