/** Stands in for reka-ui's own of this name (reka-guards-plugin.ts says why). */
export function useFocusGuards(): void {
  // Nothing: the console adds no elements to the page of its host.
}
