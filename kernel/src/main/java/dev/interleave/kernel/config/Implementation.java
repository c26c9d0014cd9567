package dev.interleave.kernel.config;

/** Loads the class behind a type, without running any of its code. */
final class Implementation {

  /** A class that cannot be used; the message says why. */
  static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    private Unusable(String message) {
      super(message);
    }
  }

  private Implementation() {}

  /** The class {@code name} if it is one of that kind. */
  static Class<?> load(Kind kind, String name, ClassLoader classes) throws Unusable {
    try {
      Class<?> type = Class.forName(name, false, classes);
      if (!kind.base().isAssignableFrom(type)) {
        throw new Unusable(
            name + " is no " + kind.word() + ": it does not implement " + base(kind));
      }
      return type;
    } catch (ClassNotFoundException missing) {
      throw new Unusable("there is no class " + name + " on the class path");
    } catch (LinkageError broken) {
      throw new Unusable("the class " + name + " cannot be loaded: " + broken);
    }
  }

  private static String base(Kind kind) {
    return kind.base().getSimpleName();
  }
}
