package dev.interleave.docs;

import java.util.List;

/**
 * A command and what it shows.
 *
 * @param where file and line of the page
 * @param command as it is typed
 * @param output what both of its outputs show together
 */
record Shown(String where, String command, List<String> output) {}
