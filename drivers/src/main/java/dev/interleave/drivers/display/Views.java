package dev.interleave.drivers.display;

import dev.interleave.drivers.display.DisplayDriver.Backend;

/** Chooses the view. */
final class Views {
  private Views() {}

  /** What shows the frames on {@code host} as {@code backend} says, and as well as it can. */
  static View on(HostScreen host, Backend backend) {
    HostScreen.Kind able = backend == Backend.PLAIN ? HostScreen.Kind.PLAIN : host.kind();
    return backend == Backend.NONE ? View.NOWHERE : able(host, able);
  }

  private static View able(HostScreen host, HostScreen.Kind kind) {
    return switch (kind) {
      case PLAIN -> new LineView(host, false);
      case DUMB -> new LineView(host, true);
      case ANSI -> terminal(host);
    };
  }

  private static View terminal(HostScreen host) {
    TerminalView view = new TerminalView(host);
    host.onResize(view::repaint);
    return view;
  }
}
