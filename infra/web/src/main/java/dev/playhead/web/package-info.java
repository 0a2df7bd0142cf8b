/// The HTTP floor both APIs stand on: who is calling, problem details, limits.
@NullMarked
package dev.playhead.web;

import org.jspecify.annotations.NullMarked;
