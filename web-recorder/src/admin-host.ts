/** What the console exports; it is built and shipped on its own. */
interface Console {
  mount: (element: HTMLElement, options: { basePath: string; graphqlUrl: string }) => () => void;
}

const CONSOLE_MODULE = '/assets/admin/mount.js';

/** Shows the admin console in `element`. */
export async function start(element: HTMLElement): Promise<void> {
  const { mount } = (await import(/* @vite-ignore */ CONSOLE_MODULE)) as Console;
  mount(element, { basePath: '/admin', graphqlUrl: '/api/graphql' });
}
