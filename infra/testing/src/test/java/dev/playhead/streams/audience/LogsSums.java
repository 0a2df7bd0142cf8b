package dev.playhead.streams.audience;

import org.slf4j.Logger;

record LogsSums(Logger logger) {}
