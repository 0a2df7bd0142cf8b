package dev.playhead.streams.progress;

import org.slf4j.Logger;

record Logs(Logger logger) {}
