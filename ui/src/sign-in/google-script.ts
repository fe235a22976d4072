/** As much of Google Identity Services as the button takes. */
export interface GoogleIdentity {
  initialize(options: {
    readonly client_id: string;
    readonly nonce: string;
    readonly ux_mode: 'popup';
    readonly callback: (answer: { readonly credential: string }) => void;
  }): void;
  renderButton(
    parent: HTMLElement,
    options: {
      readonly type: 'standard';
      readonly theme: 'outline';
      readonly size: 'large';
      readonly text: 'continue_with';
      readonly shape: 'pill';
      readonly logo_alignment: 'center';
      readonly locale: string;
      readonly width: number;
    },
  ): void;
}

/** What the script leaves behind in the page. */
interface WithGoogle {
  readonly google?: { readonly accounts: { readonly id: GoogleIdentity } };
}

const loading = new Map<string, Promise<GoogleIdentity>>();

/**
 * Loads Google's script, once in a page.
 * @throws when it cannot be had: offline, or kept away by the browser; the next call tries again.
 */
export function loadGoogle(scriptUrl: string): Promise<GoogleIdentity> {
  const known = loading.get(scriptUrl);
  if (known) return known;
  const promise = load(scriptUrl).catch((reason: unknown) => {
    loading.delete(scriptUrl);
    throw reason;
  });
  loading.set(scriptUrl, promise);
  return promise;
}

function load(scriptUrl: string): Promise<GoogleIdentity> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => {
      const identity = (globalThis as WithGoogle).google?.accounts.id;
      if (identity) resolve(identity);
      else reject(new Error(`${scriptUrl} is not the script of Google's sign-in`));
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${scriptUrl} did not load`));
    });
    script.src = scriptUrl;
    document.head.append(script);
  });
}
