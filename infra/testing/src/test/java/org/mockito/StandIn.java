package org.mockito;

/// Stands for any class of Mockito, which is on no class path of ours, so that a rule against it
/// can be seen to fail.
public interface StandIn {}
