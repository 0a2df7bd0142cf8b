package dev.playhead.web.problem;

/// One thing wrong with the input: `field` as the caller wrote it (`chapters[0].title`, a
/// parameter's name), `message` a phrase that reads on from it (`must be a number`).
public record FieldError(String field, String message) {}
