package dev.playhead.query.wrong.dto;

record ProgressView(String value) {}
