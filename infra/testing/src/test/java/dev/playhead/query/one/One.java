package dev.playhead.query.one;

import dev.playhead.query.two.Two;

public record One(Two two) {}
