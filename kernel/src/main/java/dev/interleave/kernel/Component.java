package dev.interleave.kernel;

/**
 * What a scenario can name and wire: a {@link Driver} or a {@link Program}. Its type argument is
 * its protocol: a sealed interface whose public records are the requests that anybody may send.
 *
 * <p>A component is best a record: its header is the schema of its settings in a scenario file,
 * bound by kebab-case name; the defaults stand in the {@code reference.conf} of its jar.
 *
 * @param <M> the protocol
 */
public sealed interface Component<M> permits Driver, Program {}
