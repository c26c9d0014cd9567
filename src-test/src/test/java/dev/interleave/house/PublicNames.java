package dev.interleave.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Walks what is public in a file, and notes what has no comment. What overrides needs none. */
final class PublicNames extends TreePathScanner<@Nullable Void, List<String>> {
  private final DocTrees trees;

  PublicNames(DocTrees trees) {
    this.trees = trees;
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, List<String> bare) {
    return isPublic(type.getModifiers()) ? noted(type, bare, super.visitClass(type, bare)) : null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, List<String> bare) {
    boolean overrides =
        method.getModifiers().getAnnotations().stream()
            .anyMatch(it -> it.getAnnotationType().toString().equals("Override"));
    return isPublic(method.getModifiers()) && !overrides ? noted(method, bare, null) : null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree field, List<String> bare) {
    return isPublic(field.getModifiers()) ? noted(field, bare, null) : null;
  }

  /** By its own word, or as a member of an interface. */
  private boolean isPublic(ModifiersTree modifiers) {
    Tree owner = getCurrentPath().getParentPath().getLeaf();
    return modifiers.getFlags().contains(Modifier.PUBLIC)
        || (owner.getKind() == Tree.Kind.INTERFACE
            && !modifiers.getFlags().contains(Modifier.PRIVATE));
  }

  private @Nullable Void noted(Tree tree, List<String> bare, @Nullable Void nothing) {
    if (trees.getDocComment(getCurrentPath()) == null) {
      CompilationUnitTree file = getCurrentPath().getCompilationUnit();
      long at = trees.getSourcePositions().getStartPosition(file, tree);
      bare.add(file.getSourceFile().getName() + ":" + file.getLineMap().getLineNumber(at));
    }
    return nothing;
  }
}
