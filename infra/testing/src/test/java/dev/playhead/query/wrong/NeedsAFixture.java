package dev.playhead.query.wrong;

import dev.playhead.testing.stack.Stack;

record NeedsAFixture(Stack stack) {}
