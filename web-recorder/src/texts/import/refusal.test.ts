// @vitest-environment node
/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CombinedError } from '@urql/core';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { refusalKey, refusals } from './refusal';

const file = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const [, body = ''] = /enum TextRefusal \{([^}]*)\}/.exec(file('../../../../schema.graphql')) ?? [];
const inSchema = [...body.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, reason = '']) => reason);

describe('a refusal', () => {
  it('is known for each reason that the server may give', () => {
    expect(inSchema.length).toBeGreaterThan(10);
    expect([...refusals].sort()).toEqual(inSchema.sort());
  });

  it.each(['he', 'yi', 'en'])('has a sentence of its own in %s', (language) => {
    const words = JSON.parse(file(`../../i18n/locales/${language}.json`)) as {
      refusal: Record<string, string>;
    };
    expect(Object.keys(words.refusal).sort()).toEqual(inSchema.sort());
    const sentences = Object.values(words.refusal);
    expect(
      sentences.filter((sentence) => !/[.!?]$/.test(sentence) || sentence.split(' ').length < 5),
    ).toEqual([]);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('is told by its reason, else by the code of the error', () => {
    const graphQLErrors = (extensions: Record<string, unknown>) => ({
      graphQLErrors: [new GraphQLError('', { extensions })],
    });
    const refused = graphQLErrors({ code: 'BAD_USER_INPUT', reason: 'WRONG_HOST' });
    expect(refusalKey(new CombinedError(refused))).toBe('refusal.WRONG_HOST');
    expect(refusalKey(new CombinedError(graphQLErrors({ code: 'FORBIDDEN', reason: 'NEW' })))).toBe(
      'error.FORBIDDEN',
    );
    expect(refusalKey(new CombinedError({ networkError: new Error('away') }))).toBe('error.NETWORK');
  });
});
