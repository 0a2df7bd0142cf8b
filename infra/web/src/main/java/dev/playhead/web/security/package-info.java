/// Tokens and how they are checked, cross-origin rules, and the management port's own chain.
@NullMarked
package dev.playhead.web.security;

import org.jspecify.annotations.NullMarked;
