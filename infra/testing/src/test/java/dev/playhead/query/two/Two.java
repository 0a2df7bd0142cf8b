package dev.playhead.query.two;

import dev.playhead.query.one.One;

public record Two(One one) {}
