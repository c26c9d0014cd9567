package dev.interleave.kernel.dispatch;

/** A message of the kernel's own to a task: it costs nothing and no bound of a mailbox applies. */
public interface KernelMessage {}
