const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** An element whose content is XML already, or plain text. */
export function element(name: string, content: string): string {
  const inner = content.startsWith('<')
    ? content
    : content.replace(/[&<>]/g, (char) => escapes[char] ?? char);
  return `<${name}>${inner}</${name}>`;
}

export function document(name: string, ...content: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name}>${content.join('')}</${name}>`;
}

/** The contents of every element of a name; enough for what the AWS SDK sends. */
export function textsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, text]) => text ?? '');
}
