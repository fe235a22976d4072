import { createHash } from 'node:crypto';

/**
 * Lets the scripts that stand in a page of ours run, and no other, by their hashes.
 * @param policy - the content security policy of the site
 * @returns the policy for that page
 */
export function allowInlineScripts(policy: string, html: string): string {
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code = '']) => code);
  const hashes = scripts.map((code) => ` 'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  return policy.replace("script-src 'self'", (allowed) => allowed + hashes.join(''));
}
