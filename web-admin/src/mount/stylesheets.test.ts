import { describe, expect, it } from 'vitest';
import { addStylesheets } from './stylesheets';

/** Not in the document: nothing is fetched, and the test says itself what became of each. */
function adding(urls: string[]) {
  const head = document.createElement('head');
  return { ...addStylesheets(head, urls), links: () => [...head.querySelectorAll('link')] };
}

describe('the stylesheets of the console', () => {
  it('are in force when all are loaded', async () => {
    const { loaded, links } = adding(['a.css', 'b.css']);
    const [first, second] = links();
    expect(first?.rel).toBe('stylesheet');
    expect(first?.href).toMatch(/\/src\/mount\/a\.css$/);
    let settled = false;
    void loaded.then(() => (settled = true));
    first?.dispatchEvent(new Event('load'));
    await Promise.resolve();
    expect(settled).toBe(false);
    second?.dispatchEvent(new Event('load'));
    await loaded;
  });

  it('say when one could not be loaded', async () => {
    const { loaded, links } = adding(['gone.css']);
    links()[0]?.dispatchEvent(new Event('error'));
    await expect(loaded).rejects.toThrow('gone.css');
  });

  it('go without a trace', () => {
    const { remove, links } = adding(['a.css']);
    remove();
    expect(links()).toEqual([]);
  });
});
