const storageKey = 'recital-invite';

/** Keeps the code of an invite link (`?invite=CODE` at any address) until somebody signs in with it. */
export function rememberInvite(address: string): void {
  const code = new URL(address, location.origin).searchParams.get('invite')?.trim();
  if (code) localStorage.setItem(storageKey, code);
}

/** The code that somebody came with, perhaps days ago. */
export function rememberedInvite(): string | null {
  return localStorage.getItem(storageKey);
}

export function forgetInvite(): void {
  localStorage.removeItem(storageKey);
}
