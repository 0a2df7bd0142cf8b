/// The API's document, held against what the service does.
@NullMarked
package dev.playhead.query.document;

import org.jspecify.annotations.NullMarked;
