import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** How large an operation may be, whatever its variables. */
export interface ShapeLimits {
  /** Fields inside fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

interface Shape {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

const nothing: Shape = { depth: 0, aliases: 0, directives: 0 };

/**
 * A validation rule that refuses operations of a shape that no honest client needs. Fragments count as often as
 * they are spread. Introspection is exempt: its own standard query goes deeper.
 */
export function operationShapeRule(limits: ShapeLimits): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    OperationDefinition(operation) {
      const shape = measure(operation.selectionSet, context, new Map());
      for (const [measured, most] of [
        ['depth', limits.depth],
        ['aliases', limits.aliases],
        ['directives', limits.directives],
      ] as const) {
        if (shape[measured] > most) {
          context.reportError(
            new GraphQLError(`The operation has too many ${words[measured]}: at most ${most} are allowed.`, {
              nodes: operation,
            }),
          );
        }
      }
    },
  });
}

const words = { depth: 'levels of fields', aliases: 'aliases', directives: 'directives' };

/** @param known - fragments that were measured; one that is being measured is there as nothing, so a cycle ends. */
function measure(set: SelectionSetNode, context: ValidationContext, known: Map<string, Shape>): Shape {
  let total = nothing;
  for (const selection of set.selections) {
    let inner = nothing;
    let aliases = 0;
    let level = 0;
    switch (selection.kind) {
      case Kind.FIELD:
        if (selection.name.value.startsWith('__')) continue;
        aliases = selection.alias === undefined ? 0 : 1;
        level = 1;
        if (selection.selectionSet) inner = measure(selection.selectionSet, context, known);
        break;
      case Kind.INLINE_FRAGMENT:
        inner = measure(selection.selectionSet, context, known);
        break;
      case Kind.FRAGMENT_SPREAD:
        inner = measureFragment(context.getFragment(selection.name.value), context, known);
    }
    total = {
      depth: Math.max(total.depth, inner.depth + level),
      aliases: total.aliases + inner.aliases + aliases,
      directives: total.directives + inner.directives + (selection.directives?.length ?? 0),
    };
  }
  return total;
}

function measureFragment(
  fragment: FragmentDefinitionNode | null | undefined,
  context: ValidationContext,
  known: Map<string, Shape>,
): Shape {
  if (!fragment) return nothing;
  const name = fragment.name.value;
  const before = known.get(name);
  if (before !== undefined) return before;
  known.set(name, nothing);
  const shape = measure(fragment.selectionSet, context, known);
  known.set(name, shape);
  return shape;
}
