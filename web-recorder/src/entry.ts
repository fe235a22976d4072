/**
 * The page at every address. It decides which of the two apps it shows, so that neither loads anything of the other.
 * What the recorder's first page is made of is on its way already (fetch-ahead.ts).
 */
const isConsole = /^\/admin(\/|$)/.test(location.pathname);
const app = isConsole ? import('./admin-host') : import('./main');

app.then(({ start }) => start(pageElement())).catch(explain);

function pageElement(): HTMLElement {
  const element = document.querySelector<HTMLElement>('#app');
  if (!element) throw new Error('The page has no #app');
  return element;
}

/** Before any app runs there is neither language nor component: say it in all three, plainly. */
function explain(reason: unknown): void {
  const message = document.createElement('p');
  message.style.cssText =
    'font: 1rem/1.6 sans-serif; max-inline-size: 34rem; margin: 20vh auto; padding: 1rem';
  message.textContent =
    'העמוד לא נטען. טענו אותו מחדש. · דאָס בלאַט האָט זיך נישט אָנגעלאָדן. לאָדט עס נאָך אַ מאָל. · The page did not load. Load it again.';
  document.body.replaceChildren(message);
  reportError(reason);
}
