package dev.playhead.web.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A body whose unknown fields are refused with a 422 that names the field. Without it they are
/// ignored. It holds for the annotated type alone: its parts say so themselves.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RefuseUnknown {}
