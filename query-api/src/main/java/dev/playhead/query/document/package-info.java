/// The API's document: what all reads have in common.
@NullMarked
package dev.playhead.query.document;

import org.jspecify.annotations.NullMarked;
