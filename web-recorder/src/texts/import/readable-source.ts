/** A link as people read it: without its beginning, its letters decoded; a file's name as it is. */
export function readableSource(source: string): string {
  const link = source.replace(/^https?:\/\//i, '');
  if (link === source) return source;
  try {
    return decodeURI(link).replaceAll('_', ' ');
  } catch {
    return link;
  }
}
