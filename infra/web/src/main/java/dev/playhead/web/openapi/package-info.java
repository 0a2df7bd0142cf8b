/// The API's document: what all operations have in common, and what they refuse.
@NullMarked
package dev.playhead.web.openapi;

import org.jspecify.annotations.NullMarked;
