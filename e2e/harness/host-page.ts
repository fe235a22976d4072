import type { Page } from 'playwright-core';

/** A page with strong opinions of its own: whatever the console's styles or scripts changed would show. */
const hostPage = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <title>Host</title>
    <style>
      * { letter-spacing: 0.03em; }
      body { margin: 40px; font: 19px/1.1 serif; color: rgb(90, 0, 0); background: rgb(255, 250, 230); }
      h1 { font-size: 50px; margin: 13px; }
      button { padding: 1px 30px; border: 5px dotted green; border-radius: 0; }
      table { border-collapse: separate; border-spacing: 9px; }
      a { color: orange; }
      .title, .card, .row, .link, .name, .table { color: rgb(1, 2, 3); padding: 7px; display: inline-block; }
    </style>
  </head>
  <body>
    <h1 class="title">Host</h1>
    <p class="card">Words, <a class="link" href="#here">a link</a>, <button class="name">a button</button></p>
    <table class="table"><tr class="row"><td>1</td><td><input value="2" /></td></tr></table>
    <ul><li>One</li></ul>
    <dialog>Closed</dialog>
    <div id="place"></div>
  </body>
</html>`;

declare global {
  interface Window {
    unmountConsole: (() => void) | undefined;
  }
}

/** Opens a page of the same site that is not the console's own. */
export async function openHostPage(page: Page): Promise<void> {
  await page.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body: hostPage }));
  await page.goto('/host');
}

/** Mounts the console as any host would: one import, one call. */
export async function mountConsole(page: Page): Promise<void> {
  // As text: the test runner would rewrite an import in a function.
  await page.evaluate(`import('/assets/admin/mount.js').then(({ mount }) => {
    window.unmountConsole = mount(document.querySelector('#place'), { basePath: '/host', graphqlUrl: '/api/graphql' });
  })`);
}

export async function unmountConsole(page: Page): Promise<void> {
  await page.evaluate(() => window.unmountConsole?.());
}

/** Every computed style of every element of the host. */
export function hostStyles(page: Page): Promise<Record<string, string>[]> {
  return page.evaluate(() => {
    const hosts = [...document.querySelectorAll('*')].filter(
      (element) => element.closest('head, #place') === null,
    );
    // The host's own boxes grow with what is mounted in them; everything else has to stay.
    const sizes = /^(block-size|height|perspective-origin|transform-origin)$/;
    return hosts.map((element) => {
      const style = getComputedStyle(element);
      const names = [...style].filter((name) => !sizes.test(name));
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
    });
  });
}

/** All that a mounted console could leave behind in its host. */
export interface Traces {
  readonly head: string;
  readonly body: string;
  readonly attributes: string;
  /** Event listeners of the window, the document and its root element, by type. */
  readonly listeners: readonly string[];
}

/** What the host consists of at this moment. */
export async function tracesIn(page: Page): Promise<Traces> {
  const debuggerSession = await page.context().newCDPSession(page);
  const listeners: string[] = [];
  for (const expression of [
    'window',
    'document',
    'document.documentElement',
    'document.body',
    'matchMedia("print")',
  ]) {
    const { result } = await debuggerSession.send('Runtime.evaluate', { expression });
    const { listeners: found } = await debuggerSession.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId ?? '',
    });
    listeners.push(...found.map(({ type }) => `${expression}: ${type}`));
  }
  await debuggerSession.detach();
  const markup = await page.evaluate(() => ({
    head: document.head.innerHTML,
    body: document.body.innerHTML,
    attributes: [document.documentElement, document.body]
      .flatMap((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`))
      .join(' '),
  }));
  return { ...markup, listeners: listeners.sort() };
}
