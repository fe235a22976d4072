import { stylesheets } from './stylesheet-list';

interface AddedStylesheets {
  /** Settles when all are in force; rejects when one could not be loaded */
  loaded: Promise<unknown>;
  remove: () => void;
}

/**
 * Links the console's stylesheets into `head`. Not left to the bundler, whose links would stay for ever.
 *
 * @param urls relative to this module's own address, so that a page of another origin finds them
 */
export function addStylesheets(head: HTMLElement, urls: readonly string[] = stylesheets): AddedStylesheets {
  const links = urls.map((url) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(url, import.meta.url).href;
    return link;
  });
  const loaded = Promise.all(links.map(whenLoaded));
  head.append(...links);
  return { loaded, remove: () => links.forEach((link) => link.remove()) };
}

function whenLoaded(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve(), { once: true });
    link.addEventListener('error', () => reject(new Error(`${link.href} could not be loaded`)), {
      once: true,
    });
  });
}
