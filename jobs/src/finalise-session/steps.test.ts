import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { finalisationSteps } from './steps.js';

/** The files in which the order of the steps is written, and what they may wait for besides steps. */
const conductors: Readonly<Record<string, readonly string[]>> = {
  // Each other; the folder goes away whatever happens, and one that stays is removed by the next run or the sweep.
  'finalise-once.ts': ['makeAndAggregate', 'makeArtifacts', 'publishAndCommit', 'removeWorkFolder'],
  'make-artifacts.ts': ['letBeHeard', 'readAndCopy', 'sideBySide'],
  'read-and-copy.ts': [],
  'let-be-heard.ts': [],
};

const runners = ['step', 'lastStep'];

interface Found {
  readonly steps: string[];
  /** What is waited for outside of a step, where no test could make it fail. */
  readonly outside: string[];
}

function look(source: ts.SourceFile, allowed: readonly string[]): Found {
  const found: Found = { steps: [], outside: [] };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && runners.includes(node.expression.getText(source))) {
      const [name] = node.arguments;
      if (name !== undefined && ts.isStringLiteral(name)) found.steps.push(name.text);
      return;
    }
    if (ts.isAwaitExpression(node) || ts.isForOfStatement(node)) {
      const waits = ts.isAwaitExpression(node) || node.awaitModifier !== undefined;
      if (waits && !isAllowed(node.expression)) found.outside.push(node.getText(source));
    }
    node.forEachChild(visit);
  };
  const isAllowed = (expression: ts.Expression): boolean =>
    ts.isParenthesizedExpression(expression)
      ? isAllowed(expression.expression)
      : ts.isCallExpression(expression) &&
        [...runners, ...allowed].includes(expression.expression.getText(source));
  visit(source);
  return found;
}

async function lookAt(file: string, allowed: readonly string[]): Promise<Found> {
  const text = await readFile(new URL(file, import.meta.url), 'utf8');
  return look(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), allowed);
}

describe('a finalisation', () => {
  it.each(Object.entries(conductors))('%s waits for nothing outside of a step', async (file, allowed) => {
    expect((await lookAt(file, allowed)).outside).toEqual([]);
  });

  it('has no other steps than those whose failure is tested', async () => {
    const found = await Promise.all(
      Object.entries(conductors).map(([file, allowed]) => lookAt(file, allowed)),
    );
    const used = ['claim', ...found.flatMap(({ steps }) => steps)];
    expect([...used].sort()).toEqual([...finalisationSteps].sort());
  });
});
