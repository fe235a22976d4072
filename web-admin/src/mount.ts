import { showLoadFailure } from './mount/load-failure';
import type { MountOptions } from './mount/mount-options';
import { addStylesheets } from './mount/stylesheets';

export type { MountOptions } from './mount/mount-options';

let mounted = false;

/**
 * Puts the admin console into an element of any page: the whole surface of this package.
 *
 * Everything the console draws lies below one element that it adds to `element`; its styles reach nothing else.
 * While it is mounted it follows and writes the addresses below `basePath` and sets the title of the page.
 *
 * @returns unmount: takes away all that was added (elements, styles, listeners, timers) and gives the title back
 * @throws Error when a console is already mounted in this page, or the base path does not begin with a slash
 */
export function mount(element: HTMLElement, options: MountOptions): () => void {
  if (mounted) throw new Error('The console is already mounted in this page; unmount it first');
  if (!options.basePath.startsWith('/')) throw new Error('basePath has to begin with a slash');
  mounted = true;

  let takeDown: () => void = () => undefined;
  let live = true;

  async function start(): Promise<void> {
    const styles = addStylesheets(document.head);
    takeDown = styles.remove;
    const code = import('./console/load-console').then(({ loadConsole }) => loadConsole());
    const [placeConsole] = await Promise.all([code, styles.loaded]).catch(() => [null]);
    if (!live) return;
    if (!placeConsole) {
      styles.remove();
      takeDown = showLoadFailure(element, () => void restart());
      return;
    }
    const removeConsole = placeConsole(element, options);
    takeDown = () => {
      removeConsole();
      styles.remove();
    };
  }

  function restart(): Promise<void> {
    takeDown();
    return start();
  }

  void start();

  return function unmount() {
    if (!live) return;
    live = false;
    mounted = false;
    takeDown();
  };
}
