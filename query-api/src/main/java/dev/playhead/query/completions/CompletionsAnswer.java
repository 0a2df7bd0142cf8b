package dev.playhead.query.completions;

import java.util.List;

/// A page of completions, each student's in their order.
///
/// @param next where to go on, now or when there are more: it is always there
record CompletionsAnswer(List<Completion> completions, String next) {}
